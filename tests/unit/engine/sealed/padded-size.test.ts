/** How large sealed files are: rounded up so that sizes do not tell documents, and no other size is taken. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunksOf, layoutOf, paddedBytes, padme, SMALLEST_BYTES, sealedBytes } from '#engine/sealed/padded-size'
import { CHUNK_BYTES, HEADER_BYTES, TAG_BYTES } from '#engine/sealed/sealed-format'

const SIZES = { numRuns: 500 }
/** Evenly among the orders of magnitude, and around powers of two. */
const size = fc.oneof(
  fc.nat(300_000),
  fc.tuple(fc.integer({ min: 10, max: 49 }), fc.integer({ min: -70, max: 70 })).map(([exponent, off]) => 2 ** exponent + off),
  fc
    .tuple(fc.integer({ min: 10, max: 49 }), fc.nat(1_000_000))
    .map(([exponent, part]) => Math.floor(2 ** exponent * (1 + part / 1e6)))
)

/** Algorithm 1 of the paper, with its bit masks. */
function padmeOfThePaper(length: number): number {
  const bits = BigInt(length)
  const e = BigInt(Math.floor(Math.log2(length)))
  const s = BigInt(Math.floor(Math.log2(Number(e))) + 1)
  const mask = (1n << (e - s)) - 1n
  return Number((bits + mask) & ~mask)
}

test('it is Padmé as the paper has it, never less, at most 12 % more, and its own answer', () => {
  fc.assert(
    fc.property(
      size.filter((bytes) => bytes >= 2),
      (bytes) => {
        // Near a power of two a logarithm of a large number may be off by one.
        if (bytes < 2 ** 46) expect(padme(bytes)).toBe(padmeOfThePaper(bytes))
        expect(padme(bytes)).toBeGreaterThanOrEqual(bytes)
        expect(padme(bytes) / bytes).toBeLessThan(1.12)
        expect(padme(padme(bytes))).toBe(padme(bytes))
      }
    ),
    SIZES
  )
})

test('small files are all alike, and larger ones fall into a few hundred sizes', () => {
  expect(new Set(Array.from({ length: 16_321 }, (_, n) => sealedBytes(n)))).toEqual(new Set([SMALLEST_BYTES]))
  expect(sealedBytes(16_321)).toBe(17_408)
  // What a file of one chunk takes fills whole blocks of a disk.
  expect([sealedBytes(20_000) % 512, sealedBytes(40_000) % 2048, sealedBytes(65_472)]).toEqual([0, 0, 65_536])
  const kinds = new Set<number>()
  for (let bytes = 1; bytes < 2 ** 30; bytes *= 1.002) kinds.add(sealedBytes(Math.floor(bytes)))
  expect(kinds.size).toBe(481)
})

test('beyond the smallest a file takes at most 6.7 % more, and from 64 KiB on 3.2 %', () => {
  fc.assert(
    fc.property(size, (bytes) => {
      if (bytes >= 16_384) expect(sealedBytes(bytes) / bytes).toBeLessThan(1.067)
      if (bytes >= 65_536) expect(sealedBytes(bytes) / bytes).toBeLessThan(1.033)
    }),
    SIZES
  )
})

test('no length is taken that no sealed file has', () => {
  const lengths = [...new Set(Array.from({ length: 140_000 }, (_, n) => sealedBytes(n)))]
  const isTaken = (length: number): boolean => {
    try {
      return chunksOf(length) > 0
    } catch {
      return false
    }
  }
  for (const [from, to] of [
    [0, 100],
    [16_000, 20_000],
    [65_000, 70_000],
    [130_000, 134_000]
  ] as const) {
    const taken = Array.from({ length: to - from }, (_, n) => from + n).filter(isTaken)
    expect(taken).toEqual(lengths.filter((length) => length >= from && length < to))
  }
})

test('the size lies whole in the last chunk, and one that does not belong to the length is not taken', () => {
  fc.assert(
    fc.property(size, fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (bytes, other) => {
      const length = sealedBytes(bytes)
      const chunks = chunksOf(length)
      const padded = length - HEADER_BYTES - chunks * TAG_BYTES
      expect(padded).toBe(paddedBytes(bytes))
      const last = Buffer.alloc(padded - (chunks - 1) * CHUNK_BYTES)
      expect(last.length).toBeGreaterThan(1900)
      last.writeBigUInt64BE(BigInt(bytes), last.length - 8)
      expect(layoutOf(length, last)).toEqual({ chunks, sizeBytes: bytes })
      last.writeBigUInt64BE(other, last.length - 8)
      if (other > 2n ** 50n || sealedBytes(Number(other)) !== length) expect(() => layoutOf(length, last)).toThrow()
    }),
    SIZES
  )
})
