/** Threat 10: one file of every format, cut and with turned bits. More of them: `damaged-files` and the fuzzers. */
import { extname } from 'node:path'
import { expect, test } from 'vitest'
import { FORMATS } from '#engine/extract/formats'
import { numbers, truncated, withFlippedBits } from '#tests/support/damage'
import { seedsOf } from '#tests/support/fuzz/seeds'
import { importHostile } from '#tests/support/hostile/import-hostile'

test('threat 10: whatever is broken in a file, it has a row, and no process dies of it', { timeout: 300_000 }, async () => {
  const random = numbers(10)
  const files: Record<string, Uint8Array> = {}
  for (const format of Object.keys(FORMATS)) {
    const seed = seedsOf([format])[0]
    if (!seed) throw new Error(`the format ${format} has no golden file`)
    for (const share of [0.1, 0.5, 0.9]) files[`${format} cut at ${share}${seed.extension}`] = truncated(seed.bytes, share)
    for (const bits of [1, 100, 1000])
      files[`${format} with ${bits} bits${seed.extension}`] = withFlippedBits(seed.bytes, bits, random)
  }
  const { receipt, codes, holding } = await importHostile(files)
  const { documents, copies, withoutText, failed } = receipt.counts
  expect(documents + copies + withoutText + failed).toBe(Object.keys(files).length + 1)
  expect(Object.keys(files).every((name) => extname(name) !== '')).toBe(true)
  expect([...codes.values()].filter((code) => ['reader-crashed', 'io-error', 'timed-out'].includes(code))).toEqual([])
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
})
