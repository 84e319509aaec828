import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BestList, MOST_BEST, packBest, unpackBest } from '#engine/store/best-list'

const entries = fc
  .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 900 })
  .chain((ids) => fc.tuple(fc.constant(ids), fc.array(fc.nat(50), { minLength: ids.length, maxLength: ids.length })))

const listed = ({ ids, impacts }: ReturnType<BestList['best']>): (readonly [number, number])[] =>
  Array.from(ids, (id, at) => [id, impacts[at] ?? -1] as const)

test('keeps the best, in order, however they come', () => {
  fc.assert(
    fc.property(entries, ([ids, impacts]) => {
      const list = new BestList(0)
      ids.forEach((id, at) => {
        list.add(id, impacts[at] ?? 0)
      })
      const expected = ids
        .map((id, at) => [id, impacts[at] ?? 0] as const)
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, MOST_BEST)
      expect(listed(list.best())).toEqual(expected)
      expect(listed(unpackBest(packBest(list.best())))).toEqual(expected)
    }),
    { numRuns: 50 }
  )
})

test('lets a document go, and says whether there is something to store', () => {
  const list = new BestList(3, { ids: Uint32Array.of(7, 3, 9), impacts: Uint16Array.of(30, 20, 10) })
  expect(list.isChanged).toBe(false)
  list.remove(8)
  expect(list.isChanged).toBe(false)
  list.remove(3)
  expect(list.isChanged).toBe(true)
  expect(listed(list.best())).toEqual([
    [7, 30],
    [9, 10]
  ])
})

test('reads what is left of damaged bytes', () => {
  const packed = packBest({ ids: Uint32Array.of(1, 2), impacts: Uint16Array.of(4, 3) })
  expect(unpackBest(packed.subarray(0, 9)).ids).toHaveLength(1)
  expect(unpackBest(new Uint8Array()).ids).toHaveLength(0)
})
