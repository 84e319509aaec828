import { useEffect, useRef, useState } from 'react'
import { useActions, useAppState } from '#renderer/app/store.ts'

/**
 * Shorter than between any two key presses of a person, longer than between those of a paste or of a key held down: an answer takes some
 * 15 ms, so that each letter can have its own.
 */
const PAUSE_MS = 20

export type QueryText = Readonly<{
  text: string
  setText: (text: string) => void
  /** Searches for a text now. `typing`: its last word is unfinished. */
  send: (text: string, typing: boolean) => void
  /** The box is left: the last word is taken as it stands. */
  leave: () => void
  /** The text changed by typing: it is searched for after a moment. */
  type: (text: string) => void
}>

/** The text of the search box, which runs ahead of the query while somebody types and follows it when it is changed elsewhere. */
export function useQueryText(): QueryText {
  const actions = useActions()
  const query = useAppState((state) => state.query)
  const [text, setText] = useState(query)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const sent = useRef(query)

  // The query was changed elsewhere: a suggestion, the palette, "All documents".
  useEffect(() => {
    if (query === sent.current) return
    sent.current = query
    setText(query)
  }, [query])
  useEffect(() => () => (timer.current === null ? undefined : clearTimeout(timer.current)), [])

  const put = (value: string, how: Readonly<{ typing: boolean; isLeftOff?: boolean }>): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    sent.current = value
    actions.setQuery(value, how)
  }
  const send = (value: string, typing: boolean): void => put(value, { typing })
  const leave = (): void => put(text, { typing: false, isLeftOff: true })
  const type = (value: string): void => {
    setText(value)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => send(value, value.trim() !== ''), PAUSE_MS)
  }
  return { text, setText, send, leave, type }
}
