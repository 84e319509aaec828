import { type ReactNode, type RefObject, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCopy } from '#renderer/api/use-copy.ts'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { useAppState } from '#renderer/app/store.ts'
import { PieceText } from '#renderer/features/reader/BlockView.tsx'
import { BlurContext } from '#renderer/features/reader/blur-context.ts'
import { DocumentHead } from '#renderer/features/reader/DocumentHead.tsx'
import { FolderView } from '#renderer/features/reader/folder/FolderView.tsx'
import { LinkContext } from '#renderer/features/reader/link-context.ts'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { MediaView } from '#renderer/features/reader/media/MediaView.tsx'
import { NotShown } from '#renderer/features/reader/NotShown.tsx'
import { OriginalView } from '#renderer/features/reader/OriginalView.tsx'
import { PagesView } from '#renderer/features/reader/pages/PagesView.tsx'
import type { ShownText } from '#renderer/features/reader/reader-text.ts'
import { hasOriginal } from '#renderer/features/reader/reader-view.ts'
import { TextColumn } from '#renderer/features/reader/TextColumn.tsx'
import { TableView } from '#renderer/features/reader/table/TableView.tsx'
import { titleMarks } from '#renderer/features/reader/title-marks.ts'
import type { Find } from '#renderer/features/reader/use-find.ts'
import type { Jump } from '#renderer/features/reader/use-jump.ts'
import type { ReadingPlace } from '#renderer/features/reader/use-reading-place.ts'
import { useReveal } from '#renderer/features/reader/use-reveal.ts'
import { useVeil } from '#renderer/features/reader/use-veil.ts'
import type { DocumentContent } from '#shared/contract'
import type { Settings } from '#shared/model/app'
import type { DocumentDetail } from '#shared/model/document'
import { pageUnitOf } from '#shared/model/page-unit'

type Props = Readonly<{
  document: DocumentDetail
  content: DocumentContent
  shown: ShownText
  settings: Settings
  place: ReadingPlace
  find: Find
  scroller: RefObject<HTMLDivElement | null>
  /** Going to headings. */
  jump: Jump
  /** The page that the view of pages begins at; null for that of the hit, or the first. */
  startPage: number | null
  onScroll: () => void
}>

/** What stands under the bar: the text in its column, the saved page, or why there is no text. */
export function DocumentBody(props: Props): ReactNode {
  const { document, content, shown, place, find, settings } = props
  const veil = useVeil(document, settings)
  useShortcut(
    'show-pictures',
    () => {
      veil.showAll()
      return true
    },
    veil.isVeiled
  )
  if (place.view === 'original' && hasOriginal(document)) return <AsItLooked {...props} veil={veil} />
  const isEmpty = content.blocks.length === 0 && content.allText.trim() === ''
  if (isEmpty && document.status === 'container')
    return <FolderView document={document} title={<MarkedTitle title={document.title} />} />
  return (
    <ScrollingText key={place.view} {...props} isVeiled={veil.isVeiled} marks={find.isUsed ? find : place}>
      {isEmpty ? (
        <NotShown document={document} charsPerLine={props.settings.readingWidth} />
      ) : shown.body.length === 0 && shown.title === null ? (
        <OnlyInAllText />
      ) : null}
    </ScrollingText>
  )
}

/** The one view that shows a document of this kind as it looked; `reader-view.ts` says for which there is one. */
function AsItLooked(props: Props & Readonly<{ veil: ReturnType<typeof useVeil> }>): ReactNode {
  const { document, shown, veil } = props
  switch (document.originalView) {
    case 'page':
      return <OriginalView document={document} isVeiled={veil.isVeiled} />
    case 'media':
      return <MediaView document={document} title={<MarkedTitle title={document.title} />} isVeiled={veil.isVeiled} />
    case 'pages':
      return <PagesView {...props} text={shown.text} isVeiled={veil.isVeiled} onShow={veil.showAll} />
    case 'table':
      return <Table {...props} />
    case null:
      return null
  }
}

/** A spreadsheet with the hits of find in document while it is used, else those of the query. */
function Table({ document, content, place, find, onScroll }: Props): ReactNode {
  const { ranges, current, wish } = find.isUsed ? find : place
  const takesFocus = !find.isUsed && place.chosen
  const marks = useMemo(() => ({ ranges, current, wish, takesFocus }), [ranges, current, wish, takesFocus])
  return <TableView document={document} content={content} marks={marks} onScroll={onScroll} />
}

type ScrollingTextProps = Props &
  Readonly<{
    /** The hits to mark: those of find in document while it is used, else those of the query. */
    marks: Pick<ReadingPlace, 'ranges' | 'current'>
    isVeiled: boolean
    /** Stands in the place of the text where there is none. */
    children: ReactNode
  }>

function ScrollingText(props: ScrollingTextProps): ReactNode {
  const { document, content, shown, settings, place, find, marks, scroller, onScroll, children } = props
  const { t } = useTranslation()
  const copy = useCopy()
  const onLink = useMemo(() => (href: string) => void copy(href, t('reader.addressCopied')), [copy, t])
  useReveal(scroller, { key: find.isUsed ? null : place.wish, hit: place.current, focus: place.chosen })
  useReveal(scroller, { key: find.isUsed ? find.wish : null, hit: find.current, focus: false })
  const context = { documentId: document.id, ranges: marks.ranges, current: marks.current }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <div className="reader-scroll" ref={scroller} onScroll={onScroll} role="document" tabIndex={0} aria-label={document.title}>
      <article
        className={`reader-text selectable reader-text--${settings.readingFont}`}
        dir={content.direction}
        lang={document.language === 'und' ? undefined : document.language}
        style={{ fontSize: `${settings.readingSize}px`, maxInlineSize: `calc(${settings.readingWidth} * 0.47em + 64px)` }}
      >
        <DocumentHead
          document={document}
          title={
            shown.title === null ? <MarkedTitle title={document.title} /> : <PieceText piece={shown.title} context={context} />
          }
        />
        {document.problem !== null && children === null ? (
          <p className="reader-cut">{t(`problem.${document.problem.code}`)}</p>
        ) : null}
        <LinkContext value={onLink}>
          <BlurContext value={props.isVeiled}>
            <div className="reader-body">
              {children ?? (
                <TextColumn
                  documentId={document.id}
                  pieces={shown.body}
                  ranges={marks.ranges}
                  current={marks.current}
                  target={marks.ranges[marks.current]?.[0] ?? -1}
                  jumpTarget={props.jump.target}
                  unit={pageUnitOf(document.mediaType)}
                  charsPerLine={settings.readingWidth}
                />
              )}
            </div>
          </BlurContext>
        </LinkContext>
        {content.cut > 0 ? <p className="reader-cut">{t('reader.cut', { count: content.cut })}</p> : null}
      </article>
    </div>
  )
}

/** The title of a document whose text does not begin with it, with the query's words marked. */
function MarkedTitle({ title }: Readonly<{ title: string }>): ReactNode {
  const query = useAppState((state) => state.query)
  const typing = useAppState((state) => state.typing)
  const marks = useMemo(() => titleMarks(title, query, typing), [title, query, typing])
  return <MarkedText text={title} marks={marks} current={-1} />
}

/** A page whose reading text could not be told from the rest. */
function OnlyInAllText(): ReactNode {
  const { t } = useTranslation()
  return <p className="reader-cut">{t('reader.onlyInAllText')}</p>
}
