import { describe, expect, it } from 'vitest'
import { type KeyPress, SHORTCUT_GROUPS, SHORTCUT_IDS, shortcut, shortcutFor } from '#renderer/app/shortcuts.ts'
import { MENU_COMMANDS } from '#shared/contract'

const press = (key: string, code: string, with_: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...with_
})

describe('the table of shortcuts', () => {
  it('gives every combination one meaning', () => {
    const keys = SHORTCUT_IDS.flatMap((id) => shortcut(id).keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has a row for everything the menu can ask for, and a group for every row', () => {
    for (const command of MENU_COMMANDS) expect(SHORTCUT_IDS).toContain(command)
    for (const id of SHORTCUT_IDS) expect(SHORTCUT_GROUPS).toContain(shortcut(id).group)
  })

  it('finds each shortcut from the press that it names', () => {
    expect(shortcutFor(press('j', 'KeyJ'), false)).toBe('next-result')
    expect(shortcutFor(press('k', 'KeyK', { ctrlKey: true }), false)).toBe('palette')
    expect(shortcutFor(press('F', 'KeyF', { ctrlKey: true, shiftKey: true }), false)).toBe('find-in-document')
    expect(shortcutFor(press('f', 'KeyF', { ctrlKey: true }), false)).toBe('find')
    expect(shortcutFor(press('Escape', 'Escape'), false)).toBe('back')
  })

  it('takes Command for Ctrl on a Mac, and only there', () => {
    expect(shortcutFor(press('k', 'KeyK', { metaKey: true }), true)).toBe('palette')
    expect(shortcutFor(press('k', 'KeyK', { ctrlKey: true }), true)).toBeUndefined()
    expect(shortcutFor(press('k', 'KeyK', { metaKey: true }), false)).toBeUndefined()
  })

  it('works with a Persian, an Arabic and a Russian keyboard', () => {
    expect(shortcutFor(press('ن', 'KeyK', { ctrlKey: true }), false)).toBe('palette')
    expect(shortcutFor(press('ت', 'KeyJ'), false)).toBe('next-result')
    expect(shortcutFor(press('о', 'KeyJ'), false)).toBe('next-result')
    expect(shortcutFor(press('؟', 'Slash', { shiftKey: true }), false)).toBe('shortcuts')
  })

  it('heeds the letter and not the key where the layout is Latin', () => {
    // On an AZERTY keyboard the key named KeyQ types an a.
    expect(shortcutFor(press('s', 'KeyD'), false)).toBe('toggle-star')
    expect(shortcutFor(press('w', 'KeyS'), false)).toBeUndefined()
  })

  it('finds the question mark and the slash wherever the keyboard has them', () => {
    expect(shortcutFor(press('?', 'Slash', { shiftKey: true }), false)).toBe('shortcuts')
    expect(shortcutFor(press('/', 'Digit7', { shiftKey: true }), false)).toBe('search')
  })

  it('finds plus, minus and nought wherever the keyboard has them', () => {
    expect(shortcutFor(press('+', 'Equal', { shiftKey: true }), false)).toBe('zoom-in')
    expect(shortcutFor(press('=', 'Equal'), false)).toBe('zoom-in')
    expect(shortcutFor(press('+', 'NumpadAdd'), false)).toBe('zoom-in')
    expect(shortcutFor(press('-', 'Slash'), false)).toBe('zoom-out')
    expect(shortcutFor(press('0', 'Digit0', { shiftKey: true }), false)).toBe('zoom-fit')
    expect(shortcutFor(press('۰', 'Digit0'), false)).toBe('zoom-fit')
    expect(shortcutFor(press('+', 'Equal', { ctrlKey: true }), false)).toBeUndefined()
  })

  it('leaves Alt combinations and keys that an element answers to alone', () => {
    expect(shortcutFor(press('j', 'KeyJ', { altKey: true }), false)).toBeUndefined()
    expect(shortcutFor(press('ArrowDown', 'ArrowDown'), false)).toBeUndefined()
    expect(shortcutFor(press('a', 'KeyA', { ctrlKey: true }), false)).toBeUndefined()
  })
})
