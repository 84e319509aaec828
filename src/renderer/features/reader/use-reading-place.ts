import { useCallback, useEffect, useRef, useState } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import { rangeAt } from '#renderer/features/reader/marks.ts'
import { indexAtAnchor, openingPlace, type ReaderPlace } from '#renderer/features/reader/opening-place.ts'
import type { ReaderView } from '#renderer/features/reader/reader-view.ts'
import { samePlace } from '#renderer/features/reader/same-place.ts'
import type { OpenedDocument } from '#renderer/features/reader/use-document.ts'
import { readerText } from '#shared/model/block'
import type { TextRange } from '#shared/model/search'

export type ReadingPlace = Readonly<{
  view: ReaderView
  /** Hits of the query in the text of this view. */
  ranges: readonly TextRange[]
  /** Index of the hit the reader is at; -1 for none. */
  current: number
  /** Another object each time the place is to be scrolled to; null before the first time. */
  wish: object | null
  /** Whether the last move was to a passage that the person chose. */
  chosen: boolean
  goTo: (place: ReaderPlace) => void
  showView: (view: ReaderView) => void
}>

type Moved = Readonly<{ place: ReaderPlace; wish: object | null; chosen: boolean }>

const START: Moved = { place: { view: 'reader', anchor: null }, wish: null, chosen: false }

/** Where in the document the reader is: begins where the document was opened, then goes from hit to hit and from view to view. */
export function useReadingPlace({ content, hits, areHitsKnown }: OpenedDocument): ReadingPlace {
  const openAt = useAppState((state) => state.openAt)
  const openCount = useAppState((state) => state.openCount)
  const [moved, setMoved] = useState(START)
  const goTo = useCallback((place: ReaderPlace, chosen = false) => {
    setMoved({ place, wish: {}, chosen })
  }, [])

  const opened = useRef(-1)
  const isReady = content !== undefined && areHitsKnown
  useEffect(() => {
    if (!isReady || opened.current === openCount) return
    opened.current = openCount
    goTo(openingPlace(openAt, hits, content.blocks.length > 0), openAt.at === 'passage')
  }, [isReady, openCount, openAt, hits, content, goTo])

  const { view, anchor } = moved.place
  const ranges = view === 'original' ? [] : hits[view]
  const current = indexAtAnchor(ranges, anchor)
  const showView = (next: ReaderView): void => {
    if (next === view) return
    const offset = ranges[current]?.[0]
    if (next === 'original' || offset === undefined || content === undefined) {
      goTo({ view: next, anchor: null })
      return
    }
    const texts = { reader: readerText(content.blocks), all: content.allText, original: '' }
    const there = samePlace(texts[view], offset, texts[next])
    goTo({ view: next, anchor: there === undefined ? null : (hits[next][rangeAt(hits[next], there)]?.[0] ?? null) })
  }
  return { view, ranges, current, wish: moved.wish, chosen: moved.chosen, goTo, showView }
}
