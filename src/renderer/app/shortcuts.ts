import type { MenuCommand } from '#shared/contract'

/** Where a row stands in the list of shortcuts. */
export const SHORTCUT_GROUPS = ['search', 'reading', 'pages', 'documents', 'window'] as const
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number]

type Row = Readonly<{
  /** Each is one combination: `Mod` is Ctrl, or Command on a Mac. Letters name the Latin key, whatever the keyboard's layout. */
  keys: readonly string[]
  group: ShortcutGroup
  /** True: the element that has the focus answers to these keys; they are listed, not listened for. */
  local?: boolean
  /** False: not a thing to find in the palette. */
  inPalette?: boolean
}>

/** Everything the keyboard does: the handler, the palette and the list under `?` all read this table. Words: `shortcuts.<id>`. */
export const SHORTCUTS = {
  search: { keys: ['/'], group: 'search' },
  /** In the reader it finds in the open document; anywhere else it searches. */
  find: { keys: ['Mod+F'], group: 'search', inPalette: false },
  palette: { keys: ['Mod+K'], group: 'search', inPalette: false },
  'build-query': { keys: ['b'], group: 'search' },
  'search-help': { keys: ['F1'], group: 'search' },
  'save-search': { keys: ['Mod+S'], group: 'search' },
  trail: { keys: ['Mod+Shift+H'], group: 'search' },
  'roll-call': { keys: ['Mod+Shift+R'], group: 'search' },
  'new-roll-call': { keys: [], group: 'search' },
  'next-result': { keys: ['j'], group: 'search', inPalette: false },
  'previous-result': { keys: ['k'], group: 'search', inPalette: false },
  'walk-results': { keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'], group: 'search', local: true, inPalette: false },
  'open-result': { keys: ['Enter'], group: 'search', inPalette: false },
  'select-more': { keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], group: 'search', local: true, inPalette: false },
  'select-all': { keys: ['Mod+A'], group: 'search', local: true, inPalette: false },
  'next-hit': { keys: ['n'], group: 'reading' },
  'previous-hit': { keys: ['p'], group: 'reading' },
  'find-in-document': { keys: ['Mod+Shift+F'], group: 'reading' },
  'toggle-view': { keys: ['v'], group: 'reading' },
  contents: { keys: ['c'], group: 'reading' },
  'show-picture': { keys: ['x'], group: 'reading' },
  'show-pictures': { keys: ['Shift+x'], group: 'reading' },
  back: { keys: ['Escape'], group: 'reading', inPalette: false },
  'scroll-pages': { keys: ['PageDown', 'PageUp'], group: 'pages', local: true, inPalette: false },
  'go-to-page': { keys: ['g'], group: 'pages' },
  'zoom-in': { keys: ['Plus'], group: 'pages' },
  'zoom-out': { keys: ['-'], group: 'pages' },
  'zoom-fit': { keys: ['0'], group: 'pages' },
  'turn-page': { keys: ['r'], group: 'pages' },
  'page-thumbnails': { keys: ['m'], group: 'pages' },
  'edit-tags': { keys: ['t'], group: 'documents' },
  'save-copy': { keys: ['Mod+Shift+S'], group: 'documents' },
  'make-name': { keys: ['e'], group: 'documents' },
  'name-list': { keys: [], group: 'documents' },
  'toggle-star': { keys: ['s'], group: 'documents' },
  'toggle-read': { keys: ['u'], group: 'documents' },
  'import-folder': { keys: ['Mod+Shift+O'], group: 'documents' },
  'import-files': { keys: [], group: 'documents' },
  'toggle-sidebar': { keys: ['Mod+B'], group: 'window' },
  'toggle-inspector': { keys: ['Mod+I'], group: 'window' },
  /** The main process listens for its keys, before any page. */
  lock: { keys: ['Mod+L'], group: 'window' },
  'custody-log': { keys: [], group: 'window' },
  settings: { keys: ['Mod+,'], group: 'window' },
  shortcuts: { keys: ['?'], group: 'window' },
  about: { keys: [], group: 'window' }
} as const satisfies Record<string, Row> & Record<MenuCommand, Row>

export type ShortcutId = keyof typeof SHORTCUTS
export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as readonly ShortcutId[]

/** The row of a shortcut. */
export function shortcut(id: ShortcutId): Row {
  return SHORTCUTS[id]
}

export type KeyPress = Readonly<{
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}>

/**
 * Which shortcut a key press means, or undefined. A letter is recognised by its place on the keyboard where the layout is not Latin,
 * so that Ctrl+K works with a Persian or Russian layout as well.
 */
export function shortcutFor(press: KeyPress, isMac: boolean): ShortcutId | undefined {
  return SHORTCUT_IDS.find((id) => {
    const row = shortcut(id)
    return row.local !== true && row.keys.some((keys) => matches(press, keys, isMac))
  })
}

function matches(press: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const mod = isMac ? press.metaKey : press.ctrlKey
  const otherMod = isMac ? press.ctrlKey : press.metaKey
  if (mod !== parts.includes('Mod') || otherMod || press.altKey) return false
  // Signs and digits need Shift on some keyboards and not on others: the sign itself decides.
  const sign = SIGNS[key]
  if (sign !== undefined) return sign.includes(press.key) || (isForeign(press.key) && signOn(press.code, press.shiftKey) === key)
  if (press.shiftKey !== parts.includes('Shift')) return false
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  return key.length === 1 && isForeign(press.key) && press.code === `Key${key.toUpperCase()}`
}

/** What each sign is typed as. The key of the plus is taken with and without Shift. */
const SIGNS: Readonly<Record<string, readonly string[]>> = { '?': ['?'], '/': ['/'], Plus: ['+', '='], '-': ['-'], '0': ['0'] }

function signOn(code: string, shift: boolean): string | undefined {
  if (code === 'Slash') return shift ? '?' : '/'
  return code === 'Digit0' ? '0' : undefined
}

/** A printable character outside ASCII: the keyboard has another script's layout. */
function isForeign(key: string): boolean {
  return key.length === 1 && key.charCodeAt(0) > 0x7f
}
