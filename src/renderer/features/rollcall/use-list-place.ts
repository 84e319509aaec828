import { type RefObject, useEffect, useRef } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import type { VirtualListHandle } from '#renderer/ui/VirtualList.tsx'

/** Keeps the cursor of the lines in sight, shows other lines from their beginning, and takes the focus that nothing else has. */
export function useListPlace(list: RefObject<VirtualListHandle | null>, isThere: boolean): void {
  const row = useAppState((state) => state.rollCall.row)
  const shown = useAppState(({ rollCall: { tab, freshOnly, text, sort } }) => JSON.stringify([tab, freshOnly, text, sort]))
  const before = useRef(shown)
  useEffect(() => {
    if (row !== null) list.current?.scrollToIndex(row)
  }, [row, list])
  useEffect(() => {
    // Not at first: the way back from a document leads to the line it was opened from.
    if (before.current !== shown) list.current?.scrollToIndex(0)
    before.current = shown
  }, [shown, list])
  useEffect(() => {
    if (isThere && document.activeElement?.matches('body, [data-pane="results"]')) list.current?.focus()
  }, [isThere, list])
}
