import type { TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { ocrLeft, ocrLine } from '#renderer/features/background/ocr-words.ts'
import { startI18n } from '#renderer/i18n/setup.ts'
import type { OcrState } from '#shared/model/ocr'

const STATE: OcrState = {
  waiting: 40,
  done: 2,
  failed: 0,
  paused: false,
  current: null,
  secondsPerPage: 4,
  available: [],
  languages: []
}

describe('the line about OCR in the status bar', () => {
  let t: TFunction
  beforeAll(() => {
    t = startI18n().t
  })

  it('tells how many pages wait and how long that takes', () => {
    expect(ocrLine(STATE, t)).toBe('OCR: 40 pages · about 3 min left')
    expect(ocrLine({ ...STATE, waiting: 1, secondsPerPage: null }, t)).toBe('OCR: 1 page')
  })

  it('tells no time while it is paused', () => {
    expect(ocrLine({ ...STATE, paused: true }, t)).toBe('OCR paused · 40 pages wait')
    expect(ocrLeft({ ...STATE, paused: true }, t)).toBeNull()
  })

  it('tells what it could not read when nothing waits', () => {
    expect(ocrLine({ ...STATE, waiting: 0, failed: 3 }, t)).toBe('OCR could not read 3 pages')
  })
})
