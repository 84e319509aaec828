import { describe, expect, it } from 'vitest'
import { createClipboardWatch, selectionOf } from '#main/lock/clipboard-watch'

function desk(text: string) {
  const clipboard = { text }
  const watch = createClipboardWatch({
    readText: () => clipboard.text,
    clear: () => {
      clipboard.text = ''
    }
  })
  return { clipboard, watch }
}

describe('the clipboard at locking', () => {
  it('loses what was copied in Sanad, also after the window was left and entered again', async () => {
    const { clipboard, watch } = desk('a shopping list')
    watch.entered()
    await watch.clearOurs()
    expect(clipboard.text).toBe('a shopping list')
    clipboard.text = 'a line of a testimony'
    watch.left()
    watch.entered()
    await watch.clearOurs()
    expect(clipboard.text).toBe('')
  })

  it('loses what was copied while the window still has the keyboard', async () => {
    const { clipboard, watch } = desk('')
    watch.entered()
    await watch.clearOurs()
    clipboard.text = 'a line of a testimony'
    await watch.clearOurs()
    expect(clipboard.text).toBe('')
  })

  it('keeps what another program put there since', async () => {
    const { clipboard, watch } = desk('')
    watch.entered()
    await watch.clearOurs()
    clipboard.text = 'a line of a testimony'
    watch.left()
    await watch.clearOurs()
    clipboard.text = 'of another program'
    await watch.clearOurs()
    expect(clipboard.text).toBe('of another program')
    watch.entered()
    await watch.clearOurs()
    expect(clipboard.text).toBe('of another program')
  })
})

describe('what is selected, on Linux', () => {
  it('is reached in old and new Electrons, and nowhere else', async () => {
    const cleared: string[] = []
    const old = {
      readText: (type?: 'selection') => `${type ?? 'clipboard'} of an old one`,
      clear: (type?: 'selection') => void cleared.push(type ?? 'clipboard')
    }
    const chosen = selectionOf(old, 'linux')
    expect(await chosen?.readText()).toBe('selection of an old one')
    await chosen?.clear()
    expect(cleared).toEqual(['selection'])
    const selection = { readText: () => 'of a new one', clear: () => undefined }
    expect(selectionOf({ ...old, selection }, 'linux')).toBe(selection)
    expect(selectionOf(old, 'darwin')).toBeUndefined()
  })
})
