import type { OpenAt } from '#renderer/app/state.ts'
import { rangeAt } from '#renderer/features/reader/marks.ts'
import type { ReaderView } from '#renderer/features/reader/reader-view.ts'
import type { DocumentHits, TextRange } from '#shared/model/search'

/** Where the reader stands: a view, and the offset where the current hit begins; null when it is at none. */
export type ReaderPlace = Readonly<{ view: ReaderView; anchor: number | null }>

export const NO_HITS: DocumentHits = { reader: [], all: [], allOnly: 0 }

/**
 * Where to begin reading. Goes to All text when the wanted hit stands only there, or when the Reader has nothing; to the top when
 * there are no hits.
 */
export function openingPlace(openAt: OpenAt, hits: DocumentHits, hasReaderText: boolean): ReaderPlace {
  const fallback: ReaderView = hasReaderText ? 'reader' : 'all'
  if (openAt.at === 'top') return { view: fallback, anchor: null }
  if (openAt.at === 'passage') {
    const view = hasReaderText ? openAt.view : 'all'
    const ranges = hits[view]
    return { view, anchor: ranges[rangeAt(ranges, openAt.offset)]?.[0] ?? null }
  }
  const view = hasReaderText && hits.reader.length > 0 ? 'reader' : hits.all.length > 0 ? 'all' : fallback
  const range: TextRange | undefined = openAt.at === 'first-hit' ? hits[view][0] : hits[view].at(-1)
  return { view, anchor: range?.[0] ?? null }
}

/** Which of `ranges` begins exactly at `anchor`; -1 when none does, which is so after the query changed. */
export function indexAtAnchor(ranges: readonly TextRange[], anchor: number | null): number {
  if (anchor === null) return -1
  const index = rangeAt(ranges, anchor)
  return ranges[index]?.[0] === anchor ? index : -1
}
