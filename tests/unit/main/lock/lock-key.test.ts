import { describe, expect, it } from 'vitest'
import { isLockKey, type KeyPress } from '#main/lock/lock-key'

const press = (change: Partial<KeyPress>): KeyPress => ({
  type: 'keyDown',
  key: 'l',
  code: 'KeyL',
  control: true,
  meta: false,
  alt: false,
  shift: false,
  ...change
})

describe('the key that locks', () => {
  it('is Ctrl+L, and Command+L on a Mac, by its letter or by its place where the letters are others', () => {
    expect(isLockKey(press({}), 'linux')).toBe(true)
    expect(isLockKey(press({ key: 'L' }), 'win32')).toBe(true)
    expect(isLockKey(press({ key: 'م' }), 'linux')).toBe(true)
    expect(isLockKey(press({ key: 'д' }), 'linux')).toBe(true)
    expect(isLockKey(press({ key: 'l', code: 'KeyP' }), 'linux')).toBe(true)
    expect(isLockKey(press({ control: false, meta: true }), 'darwin')).toBe(true)
  })

  it('is no other key', () => {
    const others = [
      press({ type: 'keyUp' }),
      press({ control: false }),
      press({ alt: true }),
      press({ shift: true }),
      press({ meta: true }),
      press({ key: 'k', code: 'KeyK' }),
      press({ key: 'n', code: 'KeyL' })
    ]
    for (const other of others) expect(isLockKey(other, 'linux')).toBe(false)
    expect(isLockKey(press({}), 'darwin')).toBe(false)
  })
})
