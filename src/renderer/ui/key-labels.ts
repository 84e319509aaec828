const MAC: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩', Escape: '⎋', Plus: '+' }
const OTHERS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc', Plus: '+' }
const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** What stands on each key of a combination: `Mod+k` is `['Ctrl', 'K']`, on a Mac `['⌘', 'K']`. */
export function keyLabels(keys: string, mac: boolean): string[] {
  return keys.split('+').map((key) => {
    const named = (mac ? MAC[key] : OTHERS[key]) ?? ARROWS[key]
    return named ?? (key.length === 1 ? key.toUpperCase() : key)
  })
}
