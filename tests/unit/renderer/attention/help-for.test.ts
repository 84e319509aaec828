import { describe, expect, it } from 'vitest'
import { helpFor } from '#renderer/features/attention/help-for.ts'
import { PROBLEM_CODES } from '#shared/model/document'

describe('what helps a file in trouble', () => {
  it('is known for every trouble', () => {
    const helped = PROBLEM_CODES.filter((code) => helpFor(code) !== 'none')
    expect(helped).toEqual([
      'not-readable-yet',
      'needs-ocr',
      'ocr-failed',
      'locked',
      'wrong-password',
      'partly-read',
      'too-large',
      'too-complex',
      'damaged',
      'timed-out',
      'out-of-memory',
      'reader-crashed'
    ])
  })

  it('is a password for what is locked, and OCR for scans', () => {
    expect(helpFor('locked')).toBe('unlock')
    expect(helpFor('ocr-failed')).toBe('ocr')
    expect(helpFor('vanished')).toBe('none')
  })
})
