import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useAppState } from '#renderer/app/store.ts'
import { CharsetDialog } from '#renderer/features/reader/CharsetDialog.tsx'
import { contentsOf } from '#renderer/features/reader/contents.ts'
import { DocumentBody } from '#renderer/features/reader/DocumentBody.tsx'
import { DocumentCover } from '#renderer/features/reader/DocumentCover.tsx'
import { FindBar } from '#renderer/features/reader/FindBar.tsx'
import { ReaderBar } from '#renderer/features/reader/ReaderBar.tsx'
import { showFirstVeiled } from '#renderer/features/reader/show-first-veiled.ts'
import { useMarkRead } from '#renderer/features/reader/use-mark-read.ts'
import { useOpenReader } from '#renderer/features/reader/use-open-reader.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { focusPane } from '#renderer/ui/focus-pane.ts'
import { Spinner } from '#renderer/ui/Spinner.tsx'
import type { DocumentId } from '#shared/model/ids'
import { warningTags } from '#shared/model/warning-tags'

/** One document; one with a warning only once it was asked for: until then nothing of it is drawn, and it does not count as read. */
export function OpenDocument({ id }: Readonly<{ id: DocumentId }>): ReactNode {
  const { t } = useTranslation()
  const detail = useCommand('document.get', { id })
  const isUncovered = useAppState((state) => state.uncovered.has(id))
  if (detail.error !== null) return <ErrorNotice title={t('error.title')}>{t(`error.${detail.error.code}`)}</ErrorNotice>
  if (detail.data === undefined) return <Spinner label={t('reader.loading')} />
  return !isUncovered && warningTags(detail.data).length > 0 ? (
    <DocumentCover document={detail.data} />
  ) : (
    <ShownDocument id={id} />
  )
}

/** Its bar, find, and its text or saved page. */
function ShownDocument({ id }: Readonly<{ id: DocumentId }>): ReactNode {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { opened, place, find, shown, step, jump, change, openFind } = useOpenReader(id, scroller)
  const { detail, content, hits, isSearching } = opened
  const settings = useCommand('settings.get', {}).data
  const openCount = useAppState((state) => state.openCount)
  const markRead = useMarkRead(detail, openCount)
  useShortcut('show-picture', showFirstVeiled)
  const [isCharsetOpen, setCharsetOpen] = useState(false)
  const isReady = opened.error === null && shown !== undefined && settings !== undefined
  useEffect(() => {
    // The document before this one had the focus, and took it along: keys that scroll belong to this one now.
    if (isReady && document.activeElement === document.body) focusReader(scroller.current)
  }, [isReady])
  const contents = useMemo(() => contentsOf(content?.blocks ?? []), [content])

  if (opened.error !== null) {
    return <ErrorNotice title={t('error.title')}>{t(`error.${opened.error.code}`)}</ErrorNotice>
  }
  if (detail === undefined || content === undefined || shown === undefined || settings === undefined) {
    return <Spinner label={t('reader.loading')} />
  }
  const closeFind = (): void => {
    find.close()
    focusReader(scroller.current)
  }
  const { current, ranges, view } = place
  const hitCount = isSearching ? { current, total: ranges.length, moreInAll: hits.allOnly, onStep: step } : null
  return (
    <div className="reader-open">
      <ReaderBar
        document={detail}
        settings={settings}
        view={view}
        onView={change.showView}
        hits={hitCount}
        text={shown.text}
        contents={view === 'reader' ? contents : []}
        onContents={jump.goTo}
        onFind={openFind}
        onFixText={() => setCharsetOpen(true)}
      />
      {find.isOpen && place.text !== null ? <FindBar find={find} onClose={closeFind} /> : null}
      <DocumentBody
        {...{
          document: detail,
          content,
          shown,
          settings,
          place,
          find,
          scroller,
          jump,
          startPage: change.startPage,
          onScroll: markRead
        }}
      />
      {isCharsetOpen ? <CharsetDialog document={detail} onClose={() => setCharsetOpen(false)} /> : null}
    </div>
  )
}

/** A table or pages have a scrolling element of their own. */
function focusReader(scroller: HTMLElement | null): void {
  if (scroller === null) focusPane('reader')
  else scroller.focus({ preventScroll: true })
}
