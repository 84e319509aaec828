import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { ResultRow, resultId } from '#renderer/features/search/ResultRow.tsx'
import { stepStart } from '#renderer/features/search/step-start.ts'
import { useCursor } from '#renderer/features/search/use-cursor.ts'
import type { ListRequest } from '#renderer/features/search/use-request.ts'
import type { Results } from '#renderer/features/search/use-results.ts'
import { keyTarget } from '#renderer/ui/list-keys.ts'
import { VirtualList, type VirtualListHandle } from '#renderer/ui/VirtualList.tsx'

/** Height of a card with its passages: what rows out of sight are taken to be. */
const CARD_HEIGHT = 148

type Props = Readonly<{ results: Results; total: number; list: RefObject<VirtualListHandle | null> }>

/** The results as one list box: the focus stays on the list, the cursor moves through the cards. */
export function ResultList({ results, total, list }: Props): ReactNode {
  const { t } = useTranslation()
  const cursor = useAppState((state) => state.cursor)
  const openId = useAppState((state) => state.openDocumentId)
  const selection = useAppState((state) => state.selection)
  const { move, open, extend, toggle, selectAll } = useCursor(results, total, list)
  const { hitAt } = results
  useTopOfNewList(results.request, list)
  useCursorKeptOnDocument(results)

  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      event.preventDefault()
      void selectAll()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isGone = cursor !== null && hitAt(cursor.index)?.id !== cursor.id
    const from = cursor === null ? -1 : stepStart(cursor.index, isGone, event.key === 'ArrowDown' ? 1 : -1)
    const target = keyTarget(event.key, from, total, list.current?.pageRows() ?? 1)
    if (target === undefined) return
    event.preventDefault()
    if (event.shiftKey) void extend(target)
    else void move(target)
  }
  const onClick = (event: MouseEvent, index: number, passage: number): void => {
    if (event.shiftKey) void extend(index)
    else if (event.ctrlKey || event.metaKey) void toggle(index)
    else void open(index, { focus: false, passage })
  }
  const keyOf = useCallback((index: number) => hitAt(index)?.id ?? `row-${index}`, [hitAt])
  const renderRow = (index: number): ReactNode => {
    const hit = hitAt(index)
    if (hit === undefined) return <div className="card card--waiting" aria-hidden />
    return (
      <ResultRow
        hit={hit}
        index={index}
        total={total}
        isOpen={hit.id === openId}
        isCursor={cursor?.id === hit.id}
        isSelected={selection.has(hit.id)}
        onClick={onClick}
      />
    )
  }
  return (
    <VirtualList
      ref={list}
      count={total}
      estimateSize={CARD_HEIGHT}
      keyOf={keyOf}
      renderRow={renderRow}
      onRange={results.onRange}
      container={{
        className: `result-list${results.isCatchingUp ? ' result-list--old' : ''}`,
        role: 'listbox',
        'aria-label': t('search.resultsLabel'),
        'aria-multiselectable': true,
        'aria-busy': results.isCatchingUp,
        tabIndex: 0,
        onKeyDown,
        ...(cursor === null ? {} : { 'aria-activedescendant': resultId(cursor.id) }),
        ...{ 'data-pane-focus': '' }
      }}
    />
  )
}

/** Another query, filter or order is another list, which begins at its top. The end of typing alone is not. */
function useTopOfNewList({ query, filter, sort, expansions }: ListRequest, list: Props['list']): void {
  const key = JSON.stringify([query, filter, sort, expansions])
  const last = useRef(key)
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    list.current?.scrollToIndex(0)
  }, [key, list])
}

/** An import, or the end of typing, can move a document to another row: the cursor goes with it. */
function useCursorKeptOnDocument({ hitAt, indexOf, isCatchingUp }: Results): void {
  const actions = useActions()
  const cursor = useAppState((state) => state.cursor)
  useEffect(() => {
    if (cursor === null || isCatchingUp || hitAt(cursor.index)?.id === cursor.id) return
    const index = indexOf(cursor.id)
    if (index !== undefined) actions.moveCursor(index, cursor.id)
  }, [actions, cursor, hitAt, indexOf, isCatchingUp])
}
