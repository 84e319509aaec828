import { describe, expect, it } from 'vitest'
import { keyLabels } from '#renderer/ui/key-labels.ts'

describe('labels of keys', () => {
  it('are what stands on the keys', () => {
    expect(keyLabels('Mod+k', false)).toEqual(['Ctrl', 'K'])
    expect(keyLabels('Mod+Shift+F', true)).toEqual(['⌘', '⇧', 'F'])
    expect(keyLabels('Escape', false)).toEqual(['Esc'])
    expect(keyLabels('Shift+ArrowDown', false)).toEqual(['Shift', '↓'])
    expect(keyLabels('?', false)).toEqual(['?'])
  })
})
