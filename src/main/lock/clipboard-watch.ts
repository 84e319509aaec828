import { createHash } from 'node:crypto'
import { createInTurn } from '#main/in-turn'

/** Newer Electrons answer later, older ones at once. */
export type ClipboardText = Readonly<{ readText: () => string | Promise<string>; clear: () => void | Promise<void> }>

export type ClipboardWatch = Readonly<{
  /** The window has the keyboard from now on: what lies on the clipboard now is not Sanad's. */
  entered: () => void
  /** Another window has the keyboard: what came onto the clipboard meanwhile is Sanad's. */
  left: () => void
  /** Empties the clipboard if what lies there is still what was copied in Sanad. */
  clearOurs: () => Promise<void>
}>

/**
 * Knows whether the text on the clipboard was copied in Sanad's window, in whatever way, without keeping it: only its SHA-256 is
 * remembered. What another program copies while Sanad has the keyboard is taken for Sanad's.
 */
export function createClipboardWatch(clipboard: ClipboardText): ClipboardWatch {
  let atEntry: string | undefined
  let ours: string | undefined
  let isInside = false
  const turns = createInTurn()
  const look = async (): Promise<string> =>
    createHash('sha256')
      .update(await clipboard.readText())
      .digest('hex')
  const note = async (): Promise<string> => {
    const now = await look()
    if (isInside && now !== atEntry) ours = now
    return now
  }
  return {
    entered: () =>
      void turns.run(async () => {
        atEntry = await look()
        isInside = true
      }),
    left: () =>
      void turns.run(async () => {
        await note()
        isInside = false
      }),
    clearOurs: () =>
      turns.run(async () => {
        if ((await note()) !== ours) return
        await clipboard.clear()
        ours = undefined
        atEntry = await look()
      })
  }
}

/** What of Electron's clipboard leads to X11's and Wayland's second one: older Electrons by an argument, newer ones by a property. */
type SystemClipboard = Readonly<{
  readText: (type?: 'selection') => string | Promise<string>
  clear: (type?: 'selection') => void | Promise<void>
  selection?: ClipboardText | undefined
}>

/**
 * What is selected, on Linux: marking a text is enough to put it there, and the middle button pastes it into any program, also after the
 * window it was marked in is gone. Undefined on other systems.
 */
export function selectionOf(clipboard: SystemClipboard, platform: NodeJS.Platform): ClipboardText | undefined {
  if (platform !== 'linux') return undefined
  return clipboard.selection ?? { readText: () => clipboard.readText('selection'), clear: () => clipboard.clear('selection') }
}
