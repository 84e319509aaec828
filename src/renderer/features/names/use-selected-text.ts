import { useEffect, useRef } from 'react'

/** A selection longer than this is no name. */
const LONGEST = 200
/** A menu takes the focus, and some browsers the selection with it, a moment before its entry is chosen. */
const REMEMBERED_MS = 20_000

/** The text selected in the document now, or a moment ago, on one line; empty when there is none or it is no name. */
export function useSelectedText(): () => string {
  const last = useRef<Readonly<{ text: string; at: number }> | null>(null)
  useEffect(() => {
    const onChange = (): void => {
      const text = textInReader()
      if (text !== '') last.current = { text, at: performance.now() }
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [])
  return () => {
    const now = textInReader()
    if (now !== '') return now
    const before = last.current
    last.current = null
    const isFresh = before !== null && performance.now() - before.at < REMEMBERED_MS
    return isFresh && document.activeElement?.closest('[data-pane="reader"], [data-overlay]') !== null ? before.text : ''
  }
}

function textInReader(): string {
  const selection = document.getSelection()
  const node = selection?.anchorNode
  const element = node instanceof Element ? node : node?.parentElement
  if (!selection || element?.closest('[data-pane="reader"]') == null) return ''
  const text = selection.toString().replace(/\s+/g, ' ').trim()
  return text.length > LONGEST ? '' : text
}
