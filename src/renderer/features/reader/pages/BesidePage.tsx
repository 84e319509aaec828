import { type ReactNode, useMemo } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { marksWithin } from '#renderer/features/reader/marks.ts'
import { besidePage } from '#renderer/features/reader/pages/beside-page.ts'
import type { Block } from '#shared/model/block'
import type { DocumentId } from '#shared/model/ids'
import type { TextRange } from '#shared/model/search'

type Props = Readonly<{
  id: DocumentId
  blocks: readonly Block[]
  /** 1-based. */
  page: number
  /** True: text without a hit is shown too, as under a photograph. */
  isCaption: boolean
  ranges: readonly TextRange[]
  current: number
}>

/** Text that belongs to the page but stands nowhere on it; a hit in it would be looked for in vain. */
export function BesidePage({ id, blocks, page, isCaption, ranges, current }: Props): ReactNode {
  const words = useCommand('document.pageLayer', { id, page }).data?.words
  const texts = useMemo(() => (words === undefined ? [] : besidePage(blocks, page, words)), [blocks, page, words])
  const shown = texts
    .map(({ offset, text }) => ({ offset, text, marks: marksWithin(ranges, offset, text.length) }))
    .filter(({ marks }) => isCaption || marks.length > 0)
  if (shown.length === 0) return null
  return (
    <div className="pages-notes pages-beside selectable">
      {shown.map(({ offset, text, marks }) => (
        <p key={offset} dir="auto">
          <span>
            <MarkedText text={text} marks={marks} current={current} />
          </span>
        </p>
      ))}
    </div>
  )
}
