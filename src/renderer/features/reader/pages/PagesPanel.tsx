import '#renderer/features/reader/pages/pages-panel.css'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bitmapWidth, pageAddress } from '#renderer/features/reader/pages/page-address.ts'
import { readingEntry } from '#renderer/features/reader/pages/reading-entry.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { keyTarget } from '#renderer/ui/list-keys.ts'
import { VirtualList, type VirtualListHandle } from '#renderer/ui/VirtualList.tsx'
import type { DocumentId } from '#shared/model/ids'
import type { OutlineItem, PageSize } from '#shared/model/page-layer'

/** Width of a small page in CSS pixels. */
const THUMBNAIL = 104
const TALLEST_THUMBNAIL = 220
const ROW_SPACE = 34
const CONTENTS_ROW = 30
/** Pages that rush past are not drawn. */
const SETTLE_MS = 120

type Going = Readonly<{
  /** 1-based. */
  page: number
  onGo: (page: number) => void
  onClose: () => void
}>

type ThumbnailsProps = Going & Readonly<{ id: DocumentId; sizes: readonly PageSize[] }>

/** All pages, small. The arrows go through them. */
export function Thumbnails({ id, sizes, page, onGo, onClose }: ThumbnailsProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const first = sizes[0]
  return (
    <PanelList
      name="thumbnails"
      label={t('pages.thumbnails')}
      count={sizes.length}
      rowSize={first === undefined ? THUMBNAIL : thumbnailSize(first).height + ROW_SPACE}
      current={page - 1}
      onMove={(index) => onGo(index + 1)}
      onClose={onClose}
      labelOf={(index) => t('pages.page', { page: index + 1, total: sizes.length })}
      renderRow={(index) => {
        const size = sizes[index]
        return (
          <>
            {size === undefined ? null : <Thumbnail id={id} page={index + 1} size={size} />}
            <span className="tabular">{format.number(index + 1)}</span>
          </>
        )
      }}
    />
  )
}

function thumbnailSize({ width, height }: PageSize): PageSize {
  const tall = Math.round((THUMBNAIL * height) / width)
  return tall <= TALLEST_THUMBNAIL
    ? { width: THUMBNAIL, height: Math.max(8, tall) }
    : { width: Math.max(8, Math.round((TALLEST_THUMBNAIL * width) / height)), height: TALLEST_THUMBNAIL }
}

function Thumbnail({ id, page, size }: Readonly<{ id: DocumentId; page: number; size: PageSize }>): ReactNode {
  const { width, height } = thumbnailSize(size)
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <span className="pages-thumbnail" style={{ inlineSize: width, blockSize: height }}>
      {isWanted ? (
        <img
          src={pageAddress(id, page, bitmapWidth(width, size.width / size.height, window.devicePixelRatio))}
          alt=""
          decoding="async"
          draggable={false}
        />
      ) : null}
    </span>
  )
}

/** The document's own contents list. The entry that is read is marked; Enter goes to the one that the arrows are on. */
export function Contents({ outline, page, onGo, onClose }: Going & Readonly<{ outline: readonly OutlineItem[] }>): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  const reading = readingEntry(outline, page)
  const [cursor, setCursor] = useState(Math.max(0, reading))
  const choose = (index: number): void => {
    const target = outline[index]?.page ?? null
    setCursor(index)
    if (target !== null) onGo(target)
  }
  return (
    <PanelList
      name="contents"
      label={t('pages.contents')}
      count={outline.length}
      rowSize={CONTENTS_ROW}
      current={cursor}
      reading={reading}
      onMove={setCursor}
      onChoose={choose}
      onClose={onClose}
      labelOf={(index) => outline[index]?.title ?? ''}
      renderRow={(index) => {
        const entry = outline[index]
        if (entry === undefined) return null
        return (
          <>
            <span className="truncate" dir="auto" style={{ paddingInlineStart: `${(Math.min(entry.level, 8) - 1) * 14}px` }}>
              {entry.title}
            </span>
            {entry.page === null ? null : <span className="tabular pages-contents-page">{format.number(entry.page)}</span>}
          </>
        )
      }}
    />
  )
}

type PanelListProps = Readonly<{
  name: 'thumbnails' | 'contents'
  label: string
  count: number
  rowSize: number
  /** The row that the keys are on. */
  current: number
  /** The row that is marked as being read, where it is another. */
  reading?: number
  onMove: (index: number) => void
  /** For a click and Enter, where moving alone does not go there. */
  onChoose?: (index: number) => void
  onClose: () => void
  labelOf: (index: number) => string
  renderRow: (index: number) => ReactNode
}>

/** One list box: the focus stays on it, the keys move through its rows. */
function PanelList(props: PanelListProps): ReactNode {
  const {
    name,
    label,
    count,
    rowSize,
    current,
    reading = current,
    onMove,
    onChoose = onMove,
    onClose,
    labelOf,
    renderRow
  } = props
  const list = useRef<VirtualListHandle>(null)
  useEffect(() => list.current?.scrollToIndex(current), [current])
  const idOf = (index: number): string => `pages-${name}-${index}`
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = keyTarget(event.key, current, count, list.current?.pageRows() ?? 1)
    if (target !== undefined) onMove(target)
    else if (event.key === 'Enter') onChoose(current)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <VirtualList
      ref={list}
      count={count}
      estimateSize={rowSize}
      renderRow={(index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys.
        <div
          id={idOf(index)}
          className="pages-row"
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          aria-current={index === reading ? 'page' : undefined}
          aria-label={labelOf(index)}
          aria-posinset={index + 1}
          aria-setsize={count}
          onClick={() => onChoose(index)}
        >
          {renderRow(index)}
        </div>
      )}
      container={{
        className: `pages-list pages-list--${name}`,
        role: 'listbox',
        'aria-label': label,
        tabIndex: 0,
        onKeyDown,
        ...(count === 0 ? {} : { 'aria-activedescendant': idOf(current) })
      }}
    />
  )
}
