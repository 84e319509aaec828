import { SearchX } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { LineRow, lineRowId } from '#renderer/features/rollcall/LineRow.tsx'
import type { Lines } from '#renderer/features/rollcall/use-lines.ts'
import { useListPlace } from '#renderer/features/rollcall/use-list-place.ts'
import { useOpenLine } from '#renderer/features/rollcall/use-open-line.ts'
import { useRowFacts } from '#renderer/features/rollcall/use-row-facts.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { keyTarget } from '#renderer/ui/list-keys.ts'
import { VirtualList, type VirtualListHandle } from '#renderer/ui/VirtualList.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** The letters that move in results move here too. */
const MOVES: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp' }

type Props = Readonly<{
  rollCall: RollCall
  lines: Lines
  list: RefObject<VirtualListHandle | null>
  range: readonly [number, number]
  onRange: (first: number, last: number) => void
}>

/** The lines as one list box of any length: the focus stays on the list, the cursor moves through the lines. */
export function LineList({ rollCall, lines, list, range, onRange }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const row = useAppState((state) => state.rollCall.row)
  const facts = useRowFacts(rollCall.id, lines, range)
  const { open, search } = useOpenLine()
  const total = lines.total ?? 0
  useListPlace(list, lines.total !== undefined)
  if (lines.error !== null) return <ErrorNotice title={t('error.title')}>{t(`error.${lines.error.code}`)}</ErrorNotice>
  if (lines.total === 0) {
    return (
      <EmptyState icon={<SearchX size={28} strokeWidth={1.25} />} title={t('rollcall.noLines')}>
        {t('rollcall.noLinesDetail')}
      </EmptyState>
    )
  }
  const go = (index: number): void => {
    const line = lines.lineAt(index)
    if (line === undefined || line.query === '') return
    const document = facts.documentOf(line.position)
    if (document === undefined) search(line.query)
    else open(line.query, document)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && row !== null) {
      event.preventDefault()
      go(row)
      return
    }
    const target = keyTarget(MOVES[event.key] ?? event.key, row ?? -1, total, list.current?.pageRows() ?? 1)
    if (target === undefined) return
    event.preventDefault()
    actions.lookAtRollCall({ row: target })
  }
  const renderRow = (index: number): ReactNode => (
    <LineRow
      index={index}
      total={total}
      line={lines.lineAt(index)}
      facts={facts}
      isCursor={row === index}
      onPick={() => actions.lookAtRollCall({ row: index })}
      onGo={() => go(index)}
    />
  )
  return (
    <VirtualList
      ref={list}
      count={total}
      estimateSize={54}
      renderRow={renderRow}
      onRange={onRange}
      container={{
        className: 'rollcall-lines',
        role: 'listbox',
        'aria-label': t('rollcall.lines'),
        tabIndex: 0,
        onKeyDown,
        ...(row === null ? {} : { 'aria-activedescendant': lineRowId(row) }),
        ...{ 'data-pane-focus': '' }
      }}
    />
  )
}
