import { useEffect, useRef } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import { focusPane } from '#renderer/ui/focus-pane.ts'

/** What lies over the window for a while. */
const OVER = '[data-overlay], [data-react-aria-top-layer]'

/**
 * Gives the focus back when a dialog closes that was opened from within another one, like one of Settings: the button it would return to is
 * gone with that one. It goes to where it was before the first, or to the results.
 */
export function useFocusAfterDialogs(): void {
  const isOpen = useAppState((state) => state.dialog !== null)
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest(OVER) === null) before.current = target
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    if (!isOpen) return
    const restore = (): void => {
      if (isLost() && before.current?.isConnected) before.current.focus()
      if (isLost() && !focusPane('results')) focusPane('navigation')
    }
    // The dialog itself gives it back one frame after it is gone, where it can.
    return () => void requestAnimationFrame(() => requestAnimationFrame(restore))
  }, [isOpen])
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body
