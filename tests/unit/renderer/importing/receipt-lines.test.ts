import { describe, expect, it } from 'vitest'
import { addsUp, filesDone, receiptLines } from '#renderer/features/importing/receipt-lines.ts'
import type { ImportCounts } from '#shared/model/importing'

const counts: ImportCounts = {
  files: 1240,
  documents: 1102,
  copies: 31,
  withoutText: 96,
  failed: 11,
  unchanged: 4,
  parts: 80,
  inside: 0,
  insideFailed: 0,
  scans: 0,
  bytes: 5
}

describe('the receipt', () => {
  it('accounts for every file', () => {
    expect(receiptLines(counts).map((line) => line.files)).toEqual([1102, 31, 96, 11])
    expect(filesDone(counts)).toBe(1240)
    expect(addsUp(counts)).toBe(true)
  })

  it('notices when it does not', () => expect(addsUp({ ...counts, copies: 30 })).toBe(false))
})
