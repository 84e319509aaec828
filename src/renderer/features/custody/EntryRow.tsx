import { Archive, FileInput, FileOutput, FilePen, Tag, TriangleAlert, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { CUSTODY_TOPIC_OF, type CustodyListed } from '#shared/model/custody'

const ICONS = {
  imports: FileInput,
  documents: FilePen,
  tags: Tag,
  names: UserRound,
  exports: FileOutput,
  archive: Archive
} as const

/** The id of a row's element. */
export const entryRowId = (row: number): string => `custody-row-${row}`

type Props = Readonly<{
  index: number
  total: number
  listed: CustodyListed | undefined
  words: (listed: CustodyListed) => string
  isChosen: boolean
  onChoose: () => void
}>

/** An entry: what was done, and when. */
export function EntryRow({ index, total, listed, words, isChosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (listed === undefined) return <div className="custody-row" aria-hidden />
  const { entry, seq, at } = listed
  const Icon = entry === null ? TriangleAlert : ICONS[CUSTODY_TOPIC_OF[entry.kind]]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the focus and answers to the keys.
    <div
      id={entryRowId(index)}
      className="custody-row"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-broken={entry === null}
      onClick={onChoose}
    >
      <Icon size={15} aria-hidden />
      <span className="custody-words">
        {words(listed)}
        {entry?.details.clock === undefined ? null : <small>{t('custody.clockBack')}</small>}
      </span>
      <span className="custody-when tabular">
        <span>{format.moment(Date.parse(at))}</span>
        <small>{t('custody.entry', { seq: format.number(seq) })}</small>
      </span>
    </div>
  )
}
