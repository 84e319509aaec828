import { useEffect, useRef } from 'react'
import { useAppState, useReadState } from '#renderer/app/store.ts'
import { focusPane } from '#renderer/ui/focus-pane.ts'

/** What lies over the window for a while. */
const OVER = '[data-overlay], [data-react-aria-top-layer]'

/**
 * Gives the focus back when a dialog closes that was opened from within another one, like one of Settings: the button it would return to is
 * gone with that one. It goes to where it was before the first, or to the results where that is gone too. Where nothing had it, nothing gets it.
 */
export function useFocusAfterDialogs(): void {
  const isOpen = useAppState((state) => state.dialog !== null)
  const readState = useReadState()
  const before = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const came = ({ target }: FocusEvent): void => {
      if (isUnder(target)) before.current = target
    }
    // What a dialog takes away is what it gives back.
    const went = ({ target, relatedTarget }: FocusEvent): void => {
      if (isUnder(target) && relatedTarget === null && readState().dialog === null) before.current = null
    }
    document.addEventListener('focusin', came)
    document.addEventListener('focusout', went)
    return () => {
      document.removeEventListener('focusin', came)
      document.removeEventListener('focusout', went)
    }
  }, [readState])
  useEffect(() => {
    if (!isOpen) return
    const restore = (): void => {
      if (before.current === null || !isLost()) return
      if (before.current.isConnected) before.current.focus()
      if (isLost() && !focusPane('results')) focusPane('navigation')
    }
    // The dialog itself gives it back one frame after it is gone, where it can.
    return () => void requestAnimationFrame(() => requestAnimationFrame(restore))
  }, [isOpen])
}

const isUnder = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.closest(OVER) === null

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body
