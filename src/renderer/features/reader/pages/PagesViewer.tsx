import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BesidePage } from '#renderer/features/reader/pages/BesidePage.tsx'
import { PageNotes } from '#renderer/features/reader/pages/PageNotes.tsx'
import { PageSheet } from '#renderer/features/reader/pages/PageSheet.tsx'
import { PagesBar } from '#renderer/features/reader/pages/PagesBar.tsx'
import { Contents, Thumbnails } from '#renderer/features/reader/pages/PagesPanel.tsx'
import type { PagesViewProps } from '#renderer/features/reader/pages/PagesView.tsx'
import { pageFinder } from '#renderer/features/reader/pages/page-of-offset.ts'
import { usePageMouse } from '#renderer/features/reader/pages/use-page-mouse.ts'
import { usePageReveal } from '#renderer/features/reader/pages/use-page-reveal.ts'
import { type PageView, usePageView } from '#renderer/features/reader/pages/use-page-view.ts'
import { type Look, useLook } from '#renderer/features/reader/pages/use-pages-look.ts'
import { type PagesTools, usePagesTools } from '#renderer/features/reader/pages/use-pages-tools.ts'
import { type SelectedText, useTextSelection } from '#renderer/features/reader/pages/use-text-selection.ts'
import { isPicture } from '#renderer/features/reader/reader-view.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { PagesInfo } from '#shared/model/page-layer'

type Props = PagesViewProps &
  Readonly<{
    info: PagesInfo
    /** Takes the veil from a picture; null when there is none. */
    onUnveil: (() => void) | null
  }>

/** The pages with their bar, and small pages or contents beside them. */
export function PagesViewer(props: Props): ReactNode {
  const { document, content, info, place, find, scroller } = props
  const picture = isPicture(document)
  const sizes = info.pages
  const look = useLook(picture)
  const view = usePageView(scroller, sizes, look)
  const pageBox = useRef<HTMLInputElement>(null)
  const hasContents = info.outline.length > 0
  const parts = { look, view, scroller, pageBox, total: sizes.length, hasContents }
  const tools = usePagesTools({ ...parts, fit: picture ? 'page' : 'width' })
  const pageOf = useMemo(() => pageFinder(content.blocks), [content.blocks])
  const pages = { id: document.id, sizes, turns: look.turns, view, pageOf }
  const { isUsed } = find
  const marks = isUsed ? find : place
  usePageReveal(pages, {
    key: isUsed ? null : place.wish,
    range: place.ranges[place.current],
    elseTop: true,
    startPage: props.startPage
  })
  usePageReveal(pages, { key: isUsed ? find.wish : null, range: find.ranges[find.current], elseTop: false, startPage: null })
  const page = view.current + 1
  return (
    <div className="pages">
      <PagesBar
        tools={tools}
        page={page}
        total={sizes.length}
        scale={view.stack.pages[view.current]?.scale ?? 1}
        isPicture={picture}
        hasContents={hasContents}
        pageBox={pageBox}
      />
      <PageNotes document={document} page={page} />
      <BesidePage
        id={document.id}
        blocks={content.blocks}
        page={page}
        isCaption={picture}
        ranges={marks.ranges}
        current={marks.current}
      />
      <div className="pages-middle">
        <Panel {...props} tools={tools} page={page} />
        <PageStackPane {...props} look={look} view={view} />
      </div>
    </div>
  )
}

function Panel({
  document,
  info,
  scroller,
  tools,
  page,
  onUnveil
}: Props & Readonly<{ tools: PagesTools; page: number }>): ReactNode {
  const onClose = (): void => {
    scroller.current?.focus({ preventScroll: true })
    if (tools.panel !== null) tools.togglePanel(tools.panel)
  }
  // Small pages are pictures too.
  if (onUnveil !== null) return null
  const going = { page, onGo: tools.goTo, onClose }
  if (tools.panel === 'thumbnails' && info.pages.length > 1)
    return <Thumbnails key={document.id} id={document.id} sizes={info.pages} {...going} />
  if (tools.panel === 'contents' && info.outline.length > 0) return <Contents outline={info.outline} {...going} />
  return null
}

type PaneProps = Props & Readonly<{ look: Look; view: PageView }>

function PageStackPane(props: PaneProps): ReactNode {
  const { document, info, text, find, place, scroller, onScroll, onUnveil, look, view } = props
  const { t } = useTranslation()
  const selected = useTextSelection(scroller)
  const marks = find.isUsed ? find : place
  const picture = isPicture(document)
  const { turns } = look
  const onMouseDown = usePageMouse({
    pane: scroller,
    id: document.id,
    sizes: info.pages,
    turns,
    view,
    text,
    pansBesideWords: picture
  })
  const onCopy = (event: ClipboardEvent): void => {
    if (selected === null) return
    event.clipboardData.setData('text/plain', text.slice(selected.start, selected.end))
    event.preventDefault()
  }
  const total = info.pages.length
  return (
    <div
      ref={scroller}
      className="pages-scroll"
      // Pages lie where they lie, whatever the direction of the layout.
      dir="ltr"
      role="document"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
      aria-label={document.title}
      data-veiled={onUnveil !== null || undefined}
      data-current-page={view.current + 1}
      data-pans={picture || undefined}
      onScroll={() => {
        view.onScroll()
        onScroll()
      }}
      onMouseDown={onMouseDown}
      onKeyDown={(event) => onPageKey(event, view)}
      onCopy={onCopy}
    >
      <div className="pages-stack" style={{ inlineSize: view.stack.width, blockSize: view.stack.height }}>
        {drawnPages(view, selected, total).map((index) => {
          const size = info.pages[index]
          const placed = view.stack.pages[index]
          if (size === undefined || placed === undefined) return null
          return (
            <PageSheet
              key={index}
              id={document.id}
              page={index + 1}
              total={total}
              size={size}
              placed={placed}
              turns={turns}
              isFlying={view.isFlying}
              isAsItIs={picture && document.mediaType !== 'image/tiff'}
              alt={picture ? document.title : t('pages.pagePicture', { page: index + 1 })}
              ranges={marks.ranges}
              current={marks.current}
              selected={selected}
            />
          )
        })}
      </div>
      {onUnveil === null ? null : (
        <div className="pages-veil" data-veil>
          <Button onPress={onUnveil}>{t('reader.pictureShow')}</Button>
        </div>
      )}
    </div>
  )
}

/** Those in sight, and those that the selection begins and ends on: it would be lost with them. */
function drawnPages({ first, last }: PageView, selected: SelectedText | null, total: number): number[] {
  const drawn = new Set<number>(selected?.pages ?? [])
  for (let index = first; index <= Math.min(last, total - 1); index++) drawn.add(index)
  return [...drawn].sort((a, b) => a - b)
}

/** Page Up and Page Down go from page to page where a page fits into the pane; Ctrl+A selects the words of the page that is read. */
function onPageKey(event: KeyboardEvent<HTMLElement>, view: PageView): void {
  const pane = event.currentTarget
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyA') {
    const words = pane.querySelectorAll(`[data-page="${view.current + 1}"] [data-start]`)
    const [first, last] = [words.item(0)?.firstChild, words.item(words.length - 1)?.firstChild]
    if (first && last) document.getSelection()?.setBaseAndExtent(first, 0, last, last.textContent?.length ?? 0)
    event.preventDefault()
    return
  }
  const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
  const height = view.stack.pages[view.current]?.height ?? 0
  if (by === 0 || event.ctrlKey || event.shiftKey || event.altKey || height > pane.clientHeight) return
  const next = view.current + by
  if (next >= 0 && next < view.stack.pages.length) view.goToPage(next)
  event.preventDefault()
}
