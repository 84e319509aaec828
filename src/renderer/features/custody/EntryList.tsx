import { ScrollText } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryDetail } from '#renderer/features/custody/EntryDetail.tsx'
import { EntryRow, entryRowId } from '#renderer/features/custody/EntryRow.tsx'
import { type EntryFilter, useEntries } from '#renderer/features/custody/use-entries.ts'
import { useEntryWords } from '#renderer/features/custody/use-entry-words.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { keyTarget } from '#renderer/ui/list-keys.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import { VirtualList, type VirtualListHandle } from '#renderer/ui/VirtualList.tsx'

/** The entries as one list box of any length, and the chosen one in full under it. */
export function EntryList({ filter }: Readonly<{ filter: EntryFilter }>): ReactNode {
  const { t } = useTranslation()
  const words = useEntryWords()
  const list = useRef<VirtualListHandle>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const [row, setRow] = useState<number | null>(null)
  const onRange = useCallback((first: number, last: number) => setRange([first, last]), [])
  const { total, entryAt, error } = useEntries(filter, range)
  useEffect(() => {
    if (row !== null) list.current?.scrollToIndex(row)
  }, [row])
  if (error !== null) return <ErrorNotice title={t('error.title')}>{t(`error.${error.code}`)}</ErrorNotice>
  if (total === undefined) return <Spinner label={t('common.loading')} />
  if (total === 0) {
    return (
      <div className="custody-none">
        <EmptyState icon={<ScrollText size={28} strokeWidth={1.25} />} title={t('custody.none')}>
          <span>{t('custody.noneDetail')}</span>
        </EmptyState>
      </div>
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = keyTarget(event.key, row ?? -1, total, list.current?.pageRows() ?? 1)
    if (target === undefined) return
    event.preventDefault()
    setRow(target)
  }
  const chosen = row === null ? undefined : entryAt(row)
  return (
    <>
      <VirtualList
        ref={list}
        count={total}
        estimateSize={44}
        onRange={onRange}
        renderRow={(index) => (
          <EntryRow
            index={index}
            total={total}
            listed={entryAt(index)}
            words={words}
            isChosen={row === index}
            onChoose={() => setRow(index)}
          />
        )}
        container={{
          className: 'custody-list',
          role: 'listbox',
          'aria-label': t('custody.entries'),
          tabIndex: 0,
          onKeyDown,
          ...(row === null ? {} : { 'aria-activedescendant': entryRowId(row) })
        }}
      />
      {chosen === undefined ? null : <EntryDetail key={chosen.seq} listed={chosen} words={words} />}
    </>
  )
}
