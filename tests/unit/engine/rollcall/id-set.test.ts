import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packIds, unpackIds } from '#engine/store/id-set'

test('a set of ids comes back as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(2 ** 40)), (ids) => {
      const sorted = ids.toSorted((a, b) => a - b)
      expect(unpackIds(packIds(sorted))).toEqual(sorted)
    })
  )
  expect(packIds([1, 2, 3, 4]).length).toBe(4)
})
