import type { TFunction } from 'i18next'
import { leftWords } from '#renderer/i18n/left-words.ts'
import type { OcrState } from '#shared/model/ocr'

/** `OCR: 12 pages · about 3 min left`, `OCR paused · 12 pages`, or how many pages it could not read. */
export function ocrLine(state: OcrState, t: TFunction): string {
  const { waiting, failed, paused } = state
  if (waiting === 0) {
    return state.current === null ? t('background.ocrFailed', { count: failed }) : t('background.ocrRunning', { count: 1 })
  }
  const left = ocrLeft(state, t)
  const line = t(paused ? 'background.ocrPaused' : 'background.ocrRunning', { count: waiting })
  return left === null ? line : `${line} · ${left}`
}

/** `about 3 min left`; null while paused or not known. */
export function ocrLeft({ waiting, secondsPerPage, paused }: OcrState, t: TFunction): string | null {
  return paused || secondsPerPage === null ? null : leftWords(waiting * secondsPerPage, t)
}
