import { type RefObject, useEffect, useState } from 'react'

/** What is selected on the pages: a stretch of the reader text, and the pages (from 0) that it begins and ends on. */
export type SelectedText = Readonly<{ start: number; end: number; pages: readonly number[] }>

/**
 * The part of the system's selection that lies on the pages of this pane; null for none. The pages it begins and ends on must stay
 * drawn, or the selection would be lost.
 */
export function useTextSelection(pane: RefObject<HTMLElement | null>): SelectedText | null {
  const [selected, setSelected] = useState<SelectedText | null>(null)
  useEffect(() => {
    const onChange = (): void => {
      const next = pane.current === null ? null : selectionIn(pane.current)
      setSelected((before) => (before?.start === next?.start && before?.end === next?.end ? before : next))
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [pane])
  return selected
}

function selectionIn(pane: HTMLElement): SelectedText | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed) return null
  const anchor = pointOf(pane, selection.anchorNode, selection.anchorOffset)
  const focus = pointOf(pane, selection.focusNode, selection.focusOffset)
  if (anchor === undefined || focus === undefined || anchor.offset === focus.offset) return null
  const [from, to] = anchor.offset < focus.offset ? [anchor, focus] : [focus, anchor]
  return { start: from.offset, end: to.offset, pages: [from.page, to.page] }
}

/** Where in the reader text a point of the document lies: words say where they begin. */
function pointOf(pane: HTMLElement, node: Node | null, within: number): { offset: number; page: number } | undefined {
  const element = node instanceof Element ? node : node?.parentElement
  const word = element?.closest<HTMLElement>('[data-start]')
  const page = word?.closest<HTMLElement>('[data-page]')
  if (!word || !page || !pane.contains(page)) return undefined
  // A point of the word itself, not of its text, stands before or after all of it.
  const letters = node === word ? (within === 0 ? 0 : (word.textContent?.length ?? 0)) : within
  return { offset: Number(word.dataset.start) + letters, page: Number(page.dataset.page) - 1 }
}
