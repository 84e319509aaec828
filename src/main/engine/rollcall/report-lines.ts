import { linePassages } from '#engine/rollcall/line-passages'
import { type NearKnown, nearestSpellings } from '#engine/rollcall/nearest-spellings'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { listLines, type StoredLine } from '#engine/store/rollcall-lines'
import type { LineDocument, NearSpelling, RollCall } from '#shared/model/rollcall'

/** So long the vocabulary is searched for what is near lines that were not found; of a longer list the rest stays without. */
const NEAREST_MS = 60_000
const PAGE = 500

/** `nearest` is null where it was not looked up: the line was found, is malformed, or the time for it was over. */
export type ReportedLine = StoredLine & Readonly<{ first: LineDocument | null; nearest: readonly NearSpelling[] | null }>

/**
 * Every line of a roll-call with its best document, and what is spelled nearly like it where nothing was found. Cost: a search for each
 * line that was found, so that whoever asks should let other work come in between.
 */
export function* reportLines(db: ReadDb, { id, mode }: RollCall): Generator<ReportedLine> {
  const texts = new TextCache()
  const known: NearKnown = new Map()
  let spent = 0
  for (let offset = 0; ; offset += PAGE) {
    const { lines } = listLines(db, id, { tab: 'all', freshOnly: false, text: '', sort: 'number', offset, limit: PAGE })
    if (lines.length === 0) return
    for (const line of lines) {
      const isMissing = line.problem === null && line.documents === 0
      const began = performance.now()
      const nearest = isMissing && spent < NEAREST_MS ? nearestSpellings(db, line.text, mode, known) : null
      if (isMissing) spent += performance.now() - began
      const first = (line.documents ?? 0) > 0 ? (linePassages(db, texts, line, mode, 1)[0] ?? null) : null
      yield { ...line, first, nearest }
    }
  }
}
