import type { OpenAt } from '#renderer/app/state.ts'
import { rangeAt } from '#renderer/features/reader/marks.ts'
import type { ReaderView } from '#renderer/features/reader/reader-view.ts'
import type { DocumentHits, TextRange, TextView } from '#shared/model/search'

/** Where the reader stands: a view, and the offset where the current hit begins; null when it is at none. */
export type ReaderPlace = Readonly<{ view: ReaderView; anchor: number | null }>

/** What a document can be opened in. */
export type OpeningViews = Readonly<{
  hasReaderText: boolean
  /** The text whose hits the view of the original shows, where documents open in it; null where they open as text. */
  originalText: TextView | 'none' | null
}>

export const NO_HITS: DocumentHits = { reader: [], all: [], allOnly: 0 }

/**
 * Where to begin reading. Goes to All text when the wanted hit stands only there, or when the Reader has nothing; to the top when
 * there are no hits. Where documents open as they looked, that view takes the place of the text whose hits it shows.
 */
export function openingPlace(openAt: OpenAt, hits: DocumentHits, views: OpeningViews): ReaderPlace {
  const { hasReaderText, originalText } = views
  const text: TextView = hasReaderText ? 'reader' : 'all'
  const shownAs = (view: TextView): ReaderView => (view === originalText ? 'original' : view)
  const fallback: ReaderView = originalText === null ? text : 'original'
  if (openAt.at === 'top') return { view: fallback, anchor: null }
  if (openAt.at === 'passage') {
    const view = hasReaderText ? openAt.view : 'all'
    const ranges = hits[view]
    const anchor = ranges[rangeAt(ranges, openAt.offset)]?.[0] ?? null
    return { view: anchor === null && originalText !== null ? 'original' : shownAs(view), anchor }
  }
  const found = hasReaderText && hits.reader.length > 0 ? 'reader' : hits.all.length > 0 ? 'all' : null
  if (found === null) return { view: fallback, anchor: null }
  const range: TextRange | undefined = openAt.at === 'first-hit' ? hits[found][0] : hits[found].at(-1)
  return { view: shownAs(found), anchor: range?.[0] ?? null }
}

/** Which of `ranges` begins exactly at `anchor`; -1 when none does, which is so after the query changed. */
export function indexAtAnchor(ranges: readonly TextRange[], anchor: number | null): number {
  if (anchor === null) return -1
  const index = rangeAt(ranges, anchor)
  return ranges[index]?.[0] === anchor ? index : -1
}
