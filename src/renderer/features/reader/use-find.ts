import { useDeferredValue, useMemo, useState } from 'react'
import { findInText } from '#renderer/features/reader/find-in-text.ts'
import type { TextRange } from '#shared/model/search'

export type Find = Readonly<{
  isOpen: boolean
  typed: string
  /** Matches in the text that is shown; empty while closed. */
  ranges: readonly TextRange[]
  /** Index of the match the reader is at; -1 when there are none. */
  current: number
  /** True while something is typed: its matches are marked in the place of the query's. */
  isUsed: boolean
  /** Another object each time the current match is to be scrolled to. */
  wish: object
  open: () => void
  close: () => void
  type: (text: string) => void
  step: (by: 1 | -1) => void
}>

type FindState = Readonly<{ isOpen: boolean; typed: string; index: number; moves: number }>

const NONE: readonly TextRange[] = []

/** Find in document: matches change as one types, on the text that is shown now. */
export function useFind(text: string): Find {
  const [state, setState] = useState<FindState>({ isOpen: false, typed: '', index: 0, moves: 0 })
  const typed = useDeferredValue(state.isOpen ? state.typed : '')
  const ranges = useMemo(() => (typed.trim() === '' ? NONE : findInText(text, typed)), [text, typed])
  const { moves } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish for every step, and for the matches that come after typing.
  const wish = useMemo(() => ({}), [moves, ranges])
  const change = (patch: Partial<FindState>): void => {
    setState((before) => ({ ...before, ...patch, moves: before.moves + 1 }))
  }
  const current = ranges.length === 0 ? -1 : Math.min(state.index, ranges.length - 1)
  return {
    isOpen: state.isOpen,
    typed: state.typed,
    ranges,
    current,
    isUsed: state.isOpen && state.typed.trim() !== '',
    wish,
    open: () => change({ isOpen: true }),
    close: () => change({ isOpen: false }),
    type: (next) => change({ typed: next, index: 0 }),
    step: (by) => {
      if (ranges.length > 0) change({ index: (current + by + ranges.length) % ranges.length })
    }
  }
}
