import type { TFunction } from 'i18next'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import type { FolderEntry } from '#renderer/features/reader/folder/folder-entries.ts'
import type { Format } from '#renderer/i18n/format.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FileIcon } from '#renderer/ui/FileIcon.tsx'
import { hasTrouble } from '#shared/model/document-trouble'
import type { Member } from '#shared/model/family'

type Props = Readonly<{
  entries: readonly FolderEntry[]
  /** Whether more lies in the container than is listed: then folders may hold more than is counted. */
  isCut: boolean
  /** Whether the focus comes along: the person just went into this folder. */
  takesFocus: boolean
  onFolder: (path: string) => void
}>

/** Height of a row in pixels, as in `folder.css`. */
const LAYOUT = { rowHeight: 35 }

/** Names, kinds and dates, walked with the arrow keys; Enter opens. Only the rows in sight are drawn. */
export function FolderList({ entries, isCut, takesFocus, onFolder }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const keyed = entries.map((entry, index) => ({ id: String(index), entry }))
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <GridList
        className="folder-list"
        aria-label={t('reader.insideLabel')}
        items={keyed}
        {...(takesFocus ? { autoFocus: 'first' as const } : {})}
        onAction={(key) => {
          const entry = entries[Number(key)]
          if (entry?.kind === 'folder') onFolder(entry.path)
          else if (entry !== undefined) actions.openDocument(entry.member.id)
        }}
      >
        {({ id, entry }) => (
          <GridListItem id={id} className="folder-entry" textValue={entry.name}>
            <FileIcon mediaType={entry.kind === 'folder' ? 'folder' : entry.member.mediaType} />
            <span className="folder-name truncate">
              <bdi>{entry.name}</bdi>
            </span>
            <Facts entry={entry} isCut={isCut} />
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}

function Facts({ entry, isCut }: Readonly<{ entry: FolderEntry; isCut: boolean }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (entry.kind === 'folder') {
    const files = t('common.files', { count: entry.files })
    return <span className="folder-kind-words">{isCut ? t('reader.insideAtLeast', { files }) : files}</span>
  }
  const { member } = entry
  return (
    <>
      {hasTrouble(member.status) ? (
        <span className="folder-trouble">
          <TriangleAlert size={12} aria-hidden />
          {t(`search.status-${member.status}`)}
        </span>
      ) : null}
      <span className="folder-kind-words">{t(mediaTypeKey(member.mediaType))}</span>
      <span className="folder-date tabular">{dateWords(member, format, t)}</span>
    </>
  )
}

/** The date of the document; of a captured page without one, when it was captured. */
function dateWords({ date, captured }: Member, format: Format, t: TFunction): string {
  if (date !== null) return format.date(date)
  return captured === null ? '' : t('reader.capturedOn', { date: format.date(captured.slice(0, 10)) })
}
