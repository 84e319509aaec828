import type { TFunction } from 'i18next'
import type { Format } from '#renderer/i18n/format.ts'
import { leftWords } from '#renderer/i18n/left-words.ts'
import type { VerifyProgress } from '#shared/model/integrity'

/** `Reading originals · 120 of 4,000`, with the time left where it is known. */
export function verifyWords(progress: VerifyProgress, format: Format, t: TFunction): string {
  const { state, stage, checked, total, secondsLeft, done } = progress
  if (state === 'paused') return t('integrity.paused')
  if (state === 'waiting') return t('integrity.waiting')
  const counts = t('integrity.originalsOf', { done: format.number(checked), total: format.number(total) })
  const share = stage === 'originals' ? counts : done === null ? null : format.percent(done)
  return [t(`integrity.stage-${stage}`), share, leftWords(secondsLeft, t)].filter((part) => part !== null).join(' · ')
}
