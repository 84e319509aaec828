import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useActions, useReadState } from '#renderer/app/store.ts'
import { openingOf } from '#renderer/features/search/best-passage.ts'
import { stepStart } from '#renderer/features/search/step-start.ts'
import { type Results, useReadHit } from '#renderer/features/search/use-results.ts'
import { useSelectAll } from '#renderer/features/search/use-select-all.ts'
import { focusPane, isPaneFocused } from '#renderer/ui/focus-pane.ts'
import type { VirtualListHandle } from '#renderer/ui/VirtualList.tsx'
import type { DocumentId } from '#shared/model/ids'
import type { SearchHit } from '#shared/model/search'

/** Somebody who holds an arrow key down passes over cards; the reader follows where they stop. */
const FOLLOW_MS = 140
/** Below this width one pane shows at a time, and the reader would cover the list that is being walked through. */
const NARROW = '(max-width: 719px)'

/** `focus`: the reader takes the focus; `passage`: the number of the passage, absent for the best one. */
type OpenOptions = Readonly<{ focus: boolean; passage?: number }>

export type Cursor = Readonly<{
  /** Puts the cursor on a row; the reader follows a moment later. */
  move: (index: number) => Promise<void>
  /** Opens a row at a passage of its card. */
  open: (index: number, options: OpenOptions) => Promise<void>
  /** Selects everything from where the selection began to this row. */
  extend: (index: number) => Promise<void>
  /** Adds a row to the selection or takes it out. */
  toggle: (index: number) => Promise<void>
  /** Selects every document of the answer, loaded or not. */
  selectAll: () => Promise<void>
}>

/** Walking, opening and selecting in the results, by key and by pointer. */
export function useCursor(results: Results, total: number, list: RefObject<VirtualListHandle | null>): Cursor {
  const actions = useActions()
  const readState = useReadState()
  const readHit = useReadHit(results.request)
  const anchor = useRef<number | null>(null)
  const follow = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stopFollowing = useCallback(() => {
    if (follow.current !== null) clearTimeout(follow.current)
    follow.current = null
  }, [])
  useEffect(() => stopFollowing, [stopFollowing])

  const openFrom = async (read: ReadHit, index: number, { focus, passage }: OpenOptions): Promise<void> => {
    stopFollowing()
    const hit = await read(index)
    if (hit === undefined) return
    anchor.current = index
    if (readState().selection.size > 0) actions.select([])
    actions.openDocument(hit.id, { openAt: openingOf(hit, passage), index })
    if (focus) requestAnimationFrame(() => focusPane('reader'))
  }
  const open: Cursor['open'] = (index, options) => openFrom(readHit, index, options)
  // Keys pressed before the answer of the finished query is there mean its documents, not those of the rows still drawn.
  const readLatest = useReadHit(results.latest)
  const move: Cursor['move'] = async (index) => {
    const hit = await (readState().cursor === null ? readLatest : readHit)(index)
    if (hit === undefined) return
    anchor.current = index
    if (readState().selection.size > 0) actions.select([])
    actions.moveCursor(index, hit.id)
    list.current?.scrollToIndex(index)
    stopFollowing()
    if (window.matchMedia(NARROW).matches) return
    follow.current = setTimeout(() => actions.openDocument(hit.id, { openAt: openingOf(hit), index }), FOLLOW_MS)
  }
  const extend: Cursor['extend'] = async (index) => {
    const from = anchor.current ?? readState().cursor?.index ?? index
    const rows = await Promise.all(range(from, index).map(readHit))
    const last = rows.at(index >= from ? -1 : 0)
    if (last === undefined) return
    anchor.current = from
    actions.select(rows.flatMap((hit) => (hit === undefined ? [] : [hit.id])))
    actions.moveCursor(index, last.id)
    list.current?.scrollToIndex(index)
  }
  const toggle: Cursor['toggle'] = async (index) => {
    const hit = await readHit(index)
    if (hit === undefined) return
    anchor.current = index
    actions.select(toggled(startOfSelection(readState().selection, readState().cursor?.id), hit.id))
    actions.moveCursor(index, hit.id)
  }
  const selectAll = useSelectAll(results.request)
  const openFirst = (): Promise<void> => openFrom(readLatest, 0, { focus: true })
  useWalking(results.isCatchingUp ? Number.POSITIVE_INFINITY : total, { move, open, openFirst }, readHit)
  return { move, open, extend, toggle, selectAll }
}

type ReadHit = (index: number) => Promise<SearchHit | undefined>

/** j, k and Enter from anywhere, and the way from one document's last hit to the next document. */
function useWalking(
  total: number,
  { move, open, openFirst }: Pick<Cursor, 'move' | 'open'> & Readonly<{ openFirst: () => Promise<void> }>,
  readHit: ReadHit
): void {
  const actions = useActions()
  const readState = useReadState()
  const stepped = useCallback(
    async (step: 1 | -1): Promise<number> => {
      const { cursor } = readState()
      if (cursor === null) return step === 1 ? 0 : -1
      const here = await readHit(cursor.index)
      return stepStart(cursor.index, here?.id !== cursor.id, step) + step
    },
    [readState, readHit]
  )
  useShortcut('next-result', async () => move(Math.min(total - 1, await stepped(1))))
  useShortcut('previous-result', async () => move(Math.max(0, await stepped(-1))))
  useShortcut('open-result', () => {
    const { cursor } = readState()
    if (cursor !== null) return open(cursor.index, { focus: true })
    // Enter in the list straight after a search means its first document.
    return total > 0 && isPaneFocused('results') ? openFirst() : false
  })
  const walk = useCallback(
    async (step: 1 | -1) => {
      if (readState().cursor === null) return null
      const index = await stepped(step)
      const hit = await readHit(index)
      return hit === undefined ? null : { id: hit.id, index }
    },
    [readState, readHit, stepped]
  )
  useEffect(() => actions.setResultWalker(walk), [actions, walk])
}

function range(from: number, to: number): number[] {
  const [first, last] = from <= to ? [from, to] : [to, from]
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}

/** The first Ctrl+click also keeps the row that was already under the cursor. */
function startOfSelection(selection: ReadonlySet<DocumentId>, cursor: DocumentId | undefined): ReadonlySet<DocumentId> {
  return selection.size === 0 && cursor !== undefined ? new Set([cursor]) : selection
}

function toggled(selection: ReadonlySet<DocumentId>, id: DocumentId): DocumentId[] {
  return selection.has(id) ? [...selection].filter((other) => other !== id) : [...selection, id]
}
