import type { Input } from 'electron'

/** What is looked at of a key press. */
export type KeyPress = Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'alt' | 'shift'>

/** Whether a key press asks for the lock: Ctrl+L, or Command+L on a Mac, by its place on the keyboard where the layout is not Latin. */
export function isLockKey(press: KeyPress, platform: NodeJS.Platform): boolean {
  const [mod, other] = platform === 'darwin' ? [press.meta, press.control] : [press.control, press.meta]
  if (press.type !== 'keyDown' || !mod || other || press.alt || press.shift) return false
  const isForeign = press.key.length === 1 && press.key.charCodeAt(0) > 0x7f
  return press.key.toLowerCase() === 'l' || (isForeign && press.code === 'KeyL')
}
