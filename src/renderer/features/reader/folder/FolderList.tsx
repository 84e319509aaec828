import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useActions } from '#renderer/app/store.ts'
import type { FolderEntry } from '#renderer/features/reader/folder/folder-entries.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { FileIcon } from '#renderer/ui/FileIcon.tsx'
import { hasTrouble } from '#shared/model/document-trouble'

type Props = Readonly<{
  entries: readonly FolderEntry[]
  /** Whether the focus comes along: the person just went into this folder. */
  takesFocus: boolean
  onFolder: (path: string) => void
}>

/** Names, kinds and dates, walked with the arrow keys; Enter opens. */
export function FolderList({ entries, takesFocus, onFolder }: Props): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const keyed = entries.map((entry, index) => ({ id: String(index), entry }))
  return (
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
          <span className="folder-name truncate" dir="auto">
            {entry.name}
          </span>
          <Facts entry={entry} />
        </GridListItem>
      )}
    </GridList>
  )
}

function Facts({ entry }: Readonly<{ entry: FolderEntry }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (entry.kind === 'folder') return <span className="folder-kind-words">{t('common.files', { count: entry.files })}</span>
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
      <span className="folder-date tabular">{member.date === null ? '' : format.date(member.date)}</span>
    </>
  )
}
