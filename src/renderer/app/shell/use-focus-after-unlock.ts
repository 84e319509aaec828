import { useEffect, useRef } from 'react'
import { selectSearchBox } from '#renderer/app/shell/select-search-box.ts'

/**
 * Puts the keyboard into the search box when an archive was unlocked, or opened after a question: what had it is gone. Where it has gone elsewhere
 * meanwhile, it stays. `isAsked`: the question stands; `isShown`: the archive does.
 */
export function useFocusAfterUnlock(isAsked: boolean, isShown: boolean): void {
  const isDue = useRef(false)
  useEffect(() => {
    if (isAsked) isDue.current = true
    if (!isShown || !isDue.current) return
    isDue.current = false
    if (document.activeElement === null || document.activeElement === document.body) selectSearchBox()
  }, [isAsked, isShown])
}
