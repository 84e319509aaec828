import { expect, test } from 'vitest'
import { rowTarget } from '#renderer/features/rollcall/row-target.ts'

test('keys move within the list and nowhere else', () => {
  expect(rowTarget('ArrowDown', -1, 5, 3)).toBe(0)
  expect(rowTarget('ArrowDown', 4, 5, 3)).toBe(4)
  expect(rowTarget('ArrowUp', 0, 5, 3)).toBe(0)
  expect(rowTarget('PageDown', 1, 5, 3)).toBe(4)
  expect(rowTarget('PageUp', 4, 5, 3)).toBe(1)
  expect(rowTarget('Home', 3, 5, 3)).toBe(0)
  expect(rowTarget('End', 0, 5, 3)).toBe(4)
  expect(rowTarget('j', 0, 0, 3)).toBeUndefined()
  expect(rowTarget('x', 0, 5, 3)).toBeUndefined()
})
