import { useCallback, useEffect, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useActions, useAppState } from '#renderer/app/store.ts'
import { rangeAt } from '#renderer/features/reader/marks.ts'
import { indexAtAnchor, openingPlace, type ReaderPlace } from '#renderer/features/reader/opening-place.ts'
import { opensInOriginal, type ReaderView, textOf } from '#renderer/features/reader/reader-view.ts'
import { samePlace } from '#renderer/features/reader/same-place.ts'
import type { OpenedDocument } from '#renderer/features/reader/use-document.ts'
import { readerText } from '#shared/model/block'
import type { TextRange, TextView } from '#shared/model/search'
import { warningTags } from '#shared/model/warning-tags'

export type ReadingPlace = Readonly<{
  view: ReaderView
  /** The text that the view's hits stand in; null where it shows none. */
  text: TextView | null
  /** Hits of the query in the text of this view. */
  ranges: readonly TextRange[]
  /** Index of the hit the reader is at; -1 for none. */
  current: number
  /** Another object each time the place is to be scrolled to; null before the first time. */
  wish: object | null
  /** Whether the last move was to a passage that the person chose. */
  chosen: boolean
  goTo: (place: ReaderPlace) => void
  /** Goes to the hit that a newly opened document of the results begins with. */
  goToEdge: (at: 'first-hit' | 'last-hit') => void
  showView: (view: ReaderView) => void
}>

type Moved = Readonly<{ place: ReaderPlace; wish: object | null; chosen: boolean }>

const NO_RANGES: readonly TextRange[] = []
const START: Moved = { place: { view: 'reader', anchor: null }, wish: null, chosen: false }

/** Where in the document the reader is: begins where the document was opened, then goes from hit to hit and from view to view. */
export function useReadingPlace({ detail, content, hits, areHitsKnown }: OpenedDocument): ReadingPlace {
  const openAt = useAppState((state) => state.openAt)
  const openCount = useAppState((state) => state.openCount)
  const originalFirst = useAppState((state) => state.originalFirst)
  const { chooseView } = useActions()
  const settings = useCommand('settings.get', {}).data
  const isGentle = (settings?.blurPictures ?? false) || (detail !== undefined && warningTags(detail).length > 0)
  const [moved, setMoved] = useState(START)
  const goTo = useCallback((place: ReaderPlace, chosen = false) => {
    setMoved({ place, wish: {}, chosen })
  }, [])

  const opened = useRef(-1)
  const isReady = detail !== undefined && content !== undefined && settings !== undefined && areHitsKnown
  useEffect(() => {
    if (!isReady || opened.current === openCount) return
    opened.current = openCount
    const views = {
      hasReaderText: content.blocks.length > 0,
      originalText: opensInOriginal(detail, originalFirst, isGentle) ? (textOf('original', detail) ?? 'none') : null
    } as const
    goTo(openingPlace(openAt, hits, views), openAt.at === 'passage')
  }, [isReady, openCount, openAt, hits, detail, content, originalFirst, isGentle, goTo])

  const { anchor } = moved.place
  // Until the hits are known, the view it will most likely open in: nothing flashes up that is not stayed with.
  const isAwaited = moved.wish === null && detail !== undefined
  const view = isAwaited && opensInOriginal(detail, originalFirst, isGentle) ? 'original' : moved.place.view
  const text = textOf(view, detail)
  const ranges = text === null ? NO_RANGES : hits[text]
  const current = indexAtAnchor(ranges, anchor)
  const showView = (next: ReaderView): void => {
    if (next === view) return
    const kind = detail?.originalView ?? null
    if (kind !== null) chooseView(kind, next === 'original')
    const offset = ranges[current]?.[0]
    const other = textOf(next, detail)
    if (text === null || other === null || offset === undefined || content === undefined) {
      goTo({ view: next, anchor: null })
      return
    }
    const texts = { reader: readerText(content.blocks), all: content.allText }
    const there = text === other ? offset : samePlace(texts[text], offset, texts[other])
    goTo({ view: next, anchor: there === undefined ? null : (hits[other][rangeAt(hits[other], there)]?.[0] ?? null) })
  }
  const goToEdge = (at: 'first-hit' | 'last-hit'): void => {
    goTo(openingPlace({ at }, hits, { hasReaderText: (content?.blocks.length ?? 0) > 0, originalText: null }))
  }
  return { view, text, ranges, current, wish: moved.wish, chosen: moved.chosen, goTo, goToEdge, showView }
}
