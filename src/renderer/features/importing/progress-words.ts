import type { TFunction } from 'i18next'
import { filesDone } from '#renderer/features/importing/receipt-lines.ts'
import { timeLeft } from '#renderer/features/importing/time-left.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { ImportProgress } from '#shared/model/importing'

/** Importing “Evidence drive”. */
export function progressTitle({ state, name }: ImportProgress, t: TFunction): string {
  return t(`importing.${state}`, { name })
}

/** 7,702 of 12,406 · 2 problems · about 1 min left. Parts that are not known are left out. */
export function progressFacts(progress: ImportProgress, t: TFunction, format: Format): string {
  const { counts, totalFiles, state } = progress
  const done = filesDone(counts)
  const parts = [
    totalFiles === null
      ? t('importing.progressFiles', { count: done })
      : t('importing.progressOf', { done: format.number(done), total: format.number(totalFiles) }),
    counts.failed > 0 ? t('importing.problems', { count: counts.failed }) : null,
    state === 'running' ? leftWords(progress.secondsLeft, t) : null
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The done part of an import from 0 to 1; null while the number of files is not known. */
export function progressShare({ counts, totalFiles }: ImportProgress): number | null {
  return totalFiles === null ? null : totalFiles === 0 ? 1 : Math.min(1, filesDone(counts) / totalFiles)
}

function leftWords(secondsLeft: number | null, t: TFunction): string | null {
  const left = timeLeft(secondsLeft)
  switch (left?.unit) {
    case undefined:
      return null
    case 'moment':
      return t('importing.left-moment')
    case 'under-minute':
      return t('importing.left-under-minute')
    case 'minutes':
      return t('importing.left-minutes', { count: left.minutes })
    case 'hours':
      return left.minutes === 0
        ? t('importing.left-hours', { hours: left.hours })
        : t('importing.left-hours-minutes', { hours: left.hours, minutes: left.minutes })
  }
}
