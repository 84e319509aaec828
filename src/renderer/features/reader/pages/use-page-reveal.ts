import { useLayoutEffect, useRef } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { boxesOf, turnedBox, unionOf } from '#renderer/features/reader/pages/page-boxes.ts'
import type { PageFinder } from '#renderer/features/reader/pages/page-of-offset.ts'
import type { Turns } from '#renderer/features/reader/pages/page-zoom.ts'
import type { PageView } from '#renderer/features/reader/pages/use-page-view.ts'
import type { DocumentId } from '#shared/model/ids'
import type { PageSize } from '#shared/model/page-layer'
import type { TextRange } from '#shared/model/search'

/** A wish to see a hit. Each wish has a `key` of its own (compared with `Object.is`); null is no wish. */
export type PageWish = Readonly<{
  key: unknown
  range: TextRange | undefined
  /** Whether a wish without a hit goes to the top. */
  elseTop: boolean
  /** The page that the first wish goes to in the place of the hit; null for none. */
  startPage: number | null
}>

type Pages = Readonly<{ id: DocumentId; sizes: readonly PageSize[]; turns: Turns; view: PageView; pageOf: PageFinder }>

/** Goes to the hit wished for, once for each wish: to its page at once, and to the hit as soon as the words of the page are there. */
export function usePageReveal({ id, sizes, turns, view, pageOf }: Pages, { key, range, elseTop, startPage }: PageWish): void {
  const page = range === undefined ? 0 : Math.min(Math.max(1, pageOf(range[0])), sizes.length)
  const layer = useCommand('document.pageLayer', { id, page: Math.max(1, page) }, { enabled: page > 0 && key !== null })
  const words = layer.data?.words
  const granted = useRef<unknown>(null)
  const shown = useRef<unknown>(null)
  useLayoutEffect(() => {
    if (key === null || !view.isMeasured) return
    if (!Object.is(granted.current, key)) {
      const isFirst = granted.current === null
      granted.current = key
      if (isFirst && startPage !== null) {
        shown.current = key
        view.goToPage(Math.min(startPage, sizes.length) - 1)
        return
      }
      if (range === undefined) {
        shown.current = key
        if (elseTop) view.scrollToTop()
        return
      }
      if (!view.isInSight(page - 1)) view.goToPage(page - 1)
    }
    const size = sizes[page - 1]
    if (range === undefined || words === undefined || size === undefined || Object.is(shown.current, key)) return
    shown.current = key
    const box = unionOf(boxesOf(words, range[0], range[1], size.width / size.height))
    if (box !== undefined) view.showBox(page - 1, turnedBox(turns, box))
  }, [key, range, elseTop, startPage, page, words, sizes, turns, view])
}
