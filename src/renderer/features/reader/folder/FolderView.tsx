import '#renderer/features/reader/folder/folder.css'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions } from '#renderer/app/store.ts'
import { FolderList } from '#renderer/features/reader/folder/FolderList.tsx'
import { FolderPath } from '#renderer/features/reader/folder/FolderPath.tsx'
import { folderEntries, stepsTo } from '#renderer/features/reader/folder/folder-entries.ts'
import { mediaTypeKey } from '#renderer/i18n/media-type-key.ts'
import { sentenceCase } from '#renderer/i18n/sentence-case.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { DocumentDetail } from '#shared/model/document'
import type { Family } from '#shared/model/family'

/** A file that is there to hold others (an archive, a mailbox), browsed as a folder. */
export function FolderView({ document, title }: Readonly<{ document: DocumentDetail; title: ReactNode }>): ReactNode {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const family = useCommand('document.family', { id: document.id }).data
  const kind = sentenceCase(t(mediaTypeKey(document.mediaType)), i18n.language)
  return (
    <div className="folder-view" data-pane-focus="">
      <header className="folder-head">
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p className="reader-by">
          {[
            kind,
            t(`reader.inside-${family?.holds[0]?.relation ?? 'entry'}`, { count: document.members }),
            format.bytes(document.sizeBytes)
          ].join(' · ')}
        </p>
        {document.problem === null ? null : <p className="folder-problem">{t(`problem.${document.problem.code}`)}</p>}
      </header>
      {family === undefined ? <Spinner label={t('reader.loading')} /> : <Inside document={document} family={family} />}
    </div>
  )
}

function Inside({ document, family }: Readonly<{ document: DocumentDetail; family: Family }>): ReactNode {
  const { t, i18n } = useTranslation()
  const [{ path, hasMoved }, setPlace] = useState({ path: '', hasMoved: false })
  const setPath = (next: string): void => setPlace({ path: next, hasMoved: true })
  const { holds, holdsTotal } = family
  const entries = useMemo(() => folderEntries(holds, path, i18n.language), [holds, path, i18n.language])
  if (holds.length === 0) return <p className="folder-note">{t('reader.insideNothing')}</p>
  const up = (): void => setPath(stepsTo(path).at(-2)?.path ?? '')
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || path === '') return
    event.preventDefault()
    up()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list inside it has the focus; Backspace goes up as in file managers.
    <div className="folder-inside" onKeyDown={onKeyDown}>
      {path === '' ? null : <FolderPath root={document.fileName} path={path} onGo={setPath} />}
      <FolderList key={path} entries={entries} isCut={holdsTotal > holds.length} takesFocus={hasMoved} onFolder={setPath} />
      {holdsTotal > holds.length ? <More document={document} shown={holds.length} total={holdsTotal} /> : null}
    </div>
  )
}

/** What is beyond the rows that one answer holds is in the list of results, under the container's folder. */
function More({ document, shown, total }: Readonly<{ document: DocumentDetail; shown: number; total: number }>): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const sidebar = useCommand('library.sidebar', {}).data
  const parent = document.sightings[0]?.folderId
  const folder = sidebar?.folders.find(
    ({ kind, parentId, name }) => kind === 'container' && parentId === parent && name === document.fileName
  )
  return (
    <p className="folder-note">
      {t('inspector.holdsMore', { shown, total })}{' '}
      {folder === undefined ? null : (
        <Button
          kind="quiet"
          onPress={() => {
            actions.setQuery('')
            actions.showOnly({ folderId: folder.id })
          }}
        >
          {t('reader.insideShowAll')}
        </Button>
      )}
    </p>
  )
}
