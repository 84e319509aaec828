import type { WriteDb } from '#engine/store/connection'
import { run } from '#engine/store/statement'
import { isVocabularyTerm, LONGEST_TERM } from '#engine/store/vocabulary'

/** Words known to be recorded, in two halves: when the newer one is full, the older one is forgotten. */
type Known = { newer: Set<string>; older: Set<string> }
const HALF = 60_000

const known = new WeakMap<WriteDb, Known>()

/** To be called when a transaction is rolled back: what it recorded is not there. */
export function forgetRecordedTerms(db: WriteDb): void {
  known.delete(db)
}

/**
 * Keeps the vocabulary current: notes the words of a document's index columns that were not met lately, in the same transaction.
 * Cost: one pass over the columns.
 */
export function recordTerms(db: WriteDb, columns: readonly string[]): void {
  const recent = known.get(db) ?? { newer: new Set(), older: new Set() }
  known.set(db, recent)
  const added: string[] = []
  for (const column of columns) {
    for (let start = 0; start < column.length; ) {
      const space = column.indexOf(' ', start)
      const end = space < 0 ? column.length : space
      if (end - start > 1 && end - start <= LONGEST_TERM) {
        const term = column.slice(start, end)
        if (!recent.newer.has(term) && isVocabularyTerm(term)) meet(recent, term, added)
      }
      start = end + 1
    }
  }
  if (added.length > 0) run(db, 'INSERT INTO vocabulary_addition (terms) VALUES (?)', [added.join('\n')])
}

function meet(recent: Known, term: string, added: string[]): void {
  if (recent.newer.size >= HALF) {
    recent.older = recent.newer
    recent.newer = new Set()
  }
  // A copy, because a slice would keep the whole column in memory.
  const own = Buffer.from(term, 'utf16le').toString('utf16le')
  recent.newer.add(own)
  if (!recent.older.has(own)) added.push(own)
}
