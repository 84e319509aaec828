import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '#renderer/app/store.ts'
import { keyTarget } from '#renderer/features/search/list-keys.ts'
import { ResultCard } from '#renderer/features/search/ResultCard.tsx'
import { useCursor } from '#renderer/features/search/use-cursor.ts'
import type { Results } from '#renderer/features/search/use-results.ts'
import { VirtualList, type VirtualListHandle } from '#renderer/ui/VirtualList.tsx'

/** Height of a card with two lines of passage: what rows out of sight are taken to be. */
const CARD_HEIGHT = 112

type Props = Readonly<{ results: Results; total: number; list: RefObject<VirtualListHandle | null> }>

/** The results as one list box: the focus stays on the list, the cursor moves through the cards. */
export function ResultList({ results, total, list }: Props): ReactNode {
  const { t } = useTranslation()
  const cursor = useAppState((state) => state.cursor)
  const openId = useAppState((state) => state.openDocumentId)
  const selection = useAppState((state) => state.selection)
  const { move, open, extend, toggle, selectAll } = useCursor(results, total, list)
  const { hitAt } = results

  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
      event.preventDefault()
      void selectAll()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = keyTarget(event.key, cursor?.index ?? -1, total, list.current?.pageRows() ?? 1)
    if (target === undefined) return
    event.preventDefault()
    if (event.shiftKey) void extend(target)
    else void move(target)
  }
  const onClick = (event: MouseEvent, index: number): void => {
    if (event.shiftKey) void extend(index)
    else if (event.ctrlKey || event.metaKey) void toggle(index)
    else void open(index, { focus: false })
  }
  const keyOf = useCallback((index: number) => hitAt(index)?.id ?? `row-${index}`, [hitAt])
  const renderRow = (index: number): ReactNode => {
    const hit = hitAt(index)
    if (hit === undefined) return <div className="card card--waiting" aria-hidden />
    const isCursor = cursor?.index === index && cursor.id === hit.id
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the focus and answers to the keys.
      // biome-ignore lint/a11y/useFocusableInteractive: the list box points at it with aria-activedescendant.
      <div
        id={`result-${hit.id}`}
        className="card"
        role="option"
        aria-selected={selection.size > 0 ? selection.has(hit.id) : hit.id === openId}
        aria-setsize={total}
        aria-posinset={index + 1}
        data-cursor={isCursor}
        data-open={hit.id === openId}
        data-selected={selection.has(hit.id)}
        onClick={(event) => onClick(event, index)}
      >
        <ResultCard hit={hit} />
      </div>
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
        ...(cursor === null ? {} : { 'aria-activedescendant': `result-${cursor.id}` }),
        ...{ 'data-pane-focus': '' }
      }}
    />
  )
}
