import { FileX } from 'lucide-react'
import { type CSSProperties, memo, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/api/use-command.ts'
import { PagePicture } from '#renderer/features/reader/pages/PagePicture.tsx'
import { bitmapWidth, pageAddress } from '#renderer/features/reader/pages/page-address.ts'
import { boxesOf, marksOnPage } from '#renderer/features/reader/pages/page-boxes.ts'
import type { PlacedPage } from '#renderer/features/reader/pages/page-stack.ts'
import { type Turns, turnedSize } from '#renderer/features/reader/pages/page-zoom.ts'
import { styleOf, TextLayer } from '#renderer/features/reader/pages/TextLayer.tsx'
import type { DocumentId } from '#shared/model/ids'
import type { PageSize, PageWord } from '#shared/model/page-layer'
import type { TextRange } from '#shared/model/search'

type Props = Readonly<{
  id: DocumentId
  /** 1-based. */
  page: number
  total: number
  size: PageSize
  placed: PlacedPage
  turns: Turns
  /** True while pages rush past: nothing is asked for that is not there. */
  isFlying: boolean
  /** Whether the picture comes as it is, whatever width is asked for. */
  isAsItIs: boolean
  /** What it shows; empty where its words say it. */
  alt: string
  ranges: readonly TextRange[]
  current: number
  selected: Readonly<{ start: number; end: number }> | null
}>

const NO_WORDS: readonly PageWord[] = []

/** One page: its picture on paper, the hits marked on it, and its words over it. */
export const PageSheet = memo(function PageSheet(props: Props): ReactNode {
  const { id, page, total, size, placed, turns, isFlying, isAsItIs, alt, ranges, current, selected } = props
  const { t } = useTranslation()
  const [isWanted, setWanted] = useState(!isFlying)
  if (!isFlying && !isWanted) setWanted(true)
  const layer = useCommand('document.pageLayer', { id, page }, { enabled: isWanted })
  const words = layer.data?.words ?? NO_WORDS
  const aspect = size.width / size.height
  const upright = turnedSize(placed, turns)
  const addressOf = (width: number): string => pageAddress(id, page, isAsItIs ? 1 : width)
  return (
    <section
      className="page"
      data-page={page}
      aria-label={t('pages.page', { page, total })}
      style={{ insetBlockStart: placed.top, left: placed.left, inlineSize: placed.width, blockSize: placed.height }}
    >
      <div className="page-sheet" data-theme="light" style={turnedStyle(upright, turns)}>
        {isWanted ? (
          <PagePicture
            addressOf={addressOf}
            width={bitmapWidth(upright.width, aspect, window.devicePixelRatio)}
            alt={words.length === 0 ? alt : ''}
            broken={<Broken>{t(isAsItIs ? 'reader.pictureBroken' : 'pages.pageBroken')}</Broken>}
          />
        ) : null}
        <Marks words={words} ranges={ranges} current={current} aspect={aspect} />
        <TextLayer words={words} />
        {selected === null ? null : <Selection words={words} selected={selected} aspect={aspect} />}
      </div>
    </section>
  )
})

type OnWords = Readonly<{ words: readonly PageWord[]; aspect: number }>

/** The hits of the page. Each is found again by `data-hit`, its index among the hits of the document. */
function Marks({
  words,
  aspect,
  ranges,
  current
}: OnWords & Readonly<{ ranges: readonly TextRange[]; current: number }>): ReactNode {
  const marks = useMemo(() => marksOnPage(words, ranges, aspect), [words, ranges, aspect])
  if (marks.length === 0) return null
  return (
    <div className="page-marks" aria-hidden>
      {marks.flatMap(({ index, boxes }) =>
        boxes.map((box) => (
          <mark
            key={`${index}-${box.x}-${box.y}`}
            data-hit={index}
            data-current={index === current || undefined}
            style={styleOf(box)}
          />
        ))
      )}
    </div>
  )
}

function Selection({ words, selected, aspect }: OnWords & Readonly<{ selected: { start: number; end: number } }>): ReactNode {
  return (
    <div className="page-selection" aria-hidden>
      {boxesOf(words, selected.start, selected.end, aspect).map((box) => (
        <span key={`${box.x}-${box.y}`} style={styleOf(box)} />
      ))}
    </div>
  )
}

function Broken({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  return (
    <p className="page-broken">
      <FileX size={20} strokeWidth={1.5} aria-hidden />
      <span>{children}</span>
    </p>
  )
}

/** Turns the upright sheet into the place that the turned page takes. */
function turnedStyle({ width, height }: PageSize, turns: Turns): CSSProperties {
  const size = { inlineSize: width, blockSize: height }
  if (turns === 1) return { ...size, transform: `translateX(${height}px) rotate(90deg)` }
  if (turns === 2) return { ...size, transform: `translate(${width}px, ${height}px) rotate(180deg)` }
  return turns === 3 ? { ...size, transform: `translateY(${width}px) rotate(270deg)` } : size
}
