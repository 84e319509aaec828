import { useEffect, useState } from 'react'

export type Keyboard = Readonly<{ capsLock: boolean }>

/** What can be known of the keyboard: whether Caps Lock is on, from the last key that was pressed or let go. */
export function useKeyboard(): Keyboard {
  const [capsLock, setCapsLock] = useState(false)
  useEffect(() => {
    const look = (event: KeyboardEvent | MouseEvent): void => setCapsLock(event.getModifierState('CapsLock'))
    window.addEventListener('keydown', look, true)
    window.addEventListener('keyup', look, true)
    window.addEventListener('mousedown', look, true)
    return () => {
      window.removeEventListener('keydown', look, true)
      window.removeEventListener('keyup', look, true)
      window.removeEventListener('mousedown', look, true)
    }
  }, [])
  return { capsLock }
}
