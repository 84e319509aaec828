import { type RefObject, useMemo, useState } from 'react'
import { pageInSight } from '#renderer/features/reader/page-in-sight.ts'
import type { ReaderView } from '#renderer/features/reader/reader-view.ts'
import type { OpenedDocument } from '#renderer/features/reader/use-document.ts'
import type { Jump } from '#renderer/features/reader/use-jump.ts'
import type { ReadingPlace } from '#renderer/features/reader/use-reading-place.ts'
import { blockOffsets } from '#shared/model/block'

export type ViewChange = Readonly<{
  showView: (view: ReaderView) => void
  /** The page (1-based) that the view of pages begins at; null for that of the hit, or the first. */
  startPage: number | null
}>

/** Goes from the text to the pages and back without losing the place: on the page that was read, at the hit where it is in sight. */
export function useViewChange(
  scroller: RefObject<HTMLElement | null>,
  { content }: OpenedDocument,
  place: ReadingPlace,
  jump: Jump
): ViewChange {
  const [startPage, setStartPage] = useState<number | null>(null)
  const blocks = useMemo(() => content?.blocks ?? [], [content])
  const showView = (view: ReaderView): void => {
    const page = scroller.current === null ? null : pageInSight(scroller.current)
    const start = page === null || (scroller.current !== null && isHitInSight(scroller.current)) ? null : page
    setStartPage(start)
    place.showView(view)
    if (view !== 'reader' || start === null || start === 1) return
    const first = blocks.findIndex((block) => block.page !== undefined && block.page >= start)
    const offset = blockOffsets(blocks)[first]
    if (offset !== undefined) jump.goToPage(blocks[first]?.page ?? start, offset)
  }
  return { showView, startPage }
}

function isHitInSight(pane: HTMLElement): boolean {
  const hit = pane.querySelector('mark[data-current]')?.getBoundingClientRect()
  const { top, bottom } = pane.getBoundingClientRect()
  return hit !== undefined && hit.bottom > top && hit.top < bottom
}
