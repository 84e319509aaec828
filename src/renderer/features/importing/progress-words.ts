import type { TFunction } from 'i18next'
import { filesDone } from '#renderer/features/importing/receipt-lines.ts'
import type { Format } from '#renderer/i18n/format.ts'
import { leftWords } from '#renderer/i18n/left-words.ts'
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
    counts.inside > 0 ? t('importing.insideProgress', { count: counts.inside }) : null,
    counts.failed + counts.insideFailed > 0 ? t('importing.problems', { count: counts.failed + counts.insideFailed }) : null,
    state === 'running' ? leftWords(progress.secondsLeft, t) : null
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** The done part of an import from 0 to 1; null while the number of files is not known. */
export function progressShare({ counts, totalFiles }: ImportProgress): number | null {
  return totalFiles === null ? null : totalFiles === 0 ? 1 : Math.min(1, filesDone(counts) / totalFiles)
}
