import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { suggestionId } from '#renderer/features/search/suggestions/SuggestionList.tsx'
import type { Suggestion } from '#shared/model/suggestion'

/** After the search itself was sent: suggestions never stand in its way. */
const PAUSE_MS = 110

export type SuggestionBox = Readonly<{
  listId: string
  isOpen: boolean
  items: readonly Suggestion[]
  active: number
  activeId: string | null
  /** The text was changed by typing; `caret` in UTF-16 code units. */
  typed: (text: string, caret: number) => void
  close: () => void
  /** A row was chosen. */
  onTake: (item: Suggestion) => void
  /** For an element around the box: keys that are for the list go no further. */
  onKeyDownCapture: (event: KeyboardEvent) => void
}>

/** The list under the search box: opened by typing, walked with the arrow keys; Enter searches as typed unless a row was chosen. */
export function useSuggestions(take: (item: Suggestion) => void): SuggestionBox {
  const listId = useId()
  const [asked, setAsked] = useState<{ text: string; caret: number } | null>(null)
  const [active, setActive] = useState(-1)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stop = (): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }
  useEffect(() => () => (timer.current === null ? undefined : clearTimeout(timer.current)), [])
  const answer = useCommand('suggest.query', asked ?? { text: '', caret: 0 }, { enabled: asked !== null, forget: true })
  const items = (asked === null ? undefined : answer.data) ?? []
  const isOpen = items.length > 0
  const close = (): void => {
    stop()
    setAsked(null)
    setActive(-1)
  }
  const typed = (text: string, caret: number): void => {
    close()
    timer.current = setTimeout(() => setAsked({ text, caret }), PAUSE_MS)
  }
  const onTake = (item: Suggestion): void => {
    close()
    take(item)
    // Its values are offered next.
    if (item.kind === 'field') typed(item.query, item.query.length)
  }
  const takeOrClose = (item: Suggestion | undefined): boolean => {
    if (item === undefined) close()
    else onTake(item)
    return item !== undefined
  }
  const isForList = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return false
    const chosen = items[active]
    switch (event.key) {
      case 'ArrowDown':
        // Past the last row the arrow leads on, to the results.
        if (active === items.length - 1) close()
        else setActive(active + 1)
        return active < items.length - 1
      case 'ArrowUp':
        if (active >= 0) setActive(active - 1)
        return active >= 0
      case 'Enter':
        return takeOrClose(chosen)
      case 'Tab':
        return takeOrClose(event.shiftKey ? undefined : (chosen ?? items.find(isCompletion)))

      case 'Escape':
        close()
        return true
      default:
        return false
    }
  }
  return {
    listId,
    isOpen,
    items,
    active,
    activeId: active >= 0 && isOpen ? suggestionId(listId, active) : null,
    typed,
    close,
    onTake,
    onKeyDownCapture: (event) => {
      if (!isOpen || !isForList(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
  }
}

const isCompletion = (item: Suggestion): boolean => item.kind === 'word' || item.kind === 'field' || item.kind === 'value'
