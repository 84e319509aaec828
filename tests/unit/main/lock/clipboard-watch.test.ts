import { describe, expect, it } from 'vitest'
import { createClipboardWatch } from '#main/lock/clipboard-watch'

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
