import { expect, test } from 'vitest'
import { keyTarget } from '#renderer/ui/list-keys.ts'

test('keys move within the list and nowhere else', () => {
  expect(keyTarget('ArrowDown', -1, 5, 3)).toBe(0)
  expect(keyTarget('ArrowDown', 4, 5, 3)).toBe(4)
  expect(keyTarget('ArrowUp', 0, 5, 3)).toBe(0)
  expect(keyTarget('PageDown', 1, 5, 3)).toBe(4)
  expect(keyTarget('PageUp', 4, 5, 3)).toBe(1)
  expect(keyTarget('Home', 3, 5, 3)).toBe(0)
  expect(keyTarget('End', 0, 5, 3)).toBe(4)
  expect(keyTarget('ArrowDown', 0, 0, 3)).toBeUndefined()
  expect(keyTarget('x', 0, 5, 3)).toBeUndefined()
})
