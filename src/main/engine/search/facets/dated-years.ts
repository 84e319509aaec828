import type { ReadDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'

/** The first and the last year that a document is dated by; null when none is. Cost: two look-ups. */
export function datedYears(db: ReadDb): Readonly<{ first: number; last: number }> | null {
  const first = value<number>(db, 'SELECT min(first_day) FROM document')
  const last = value<number>(db, 'SELECT max(first_day) FROM document')
  if (!first || !last) return null
  return { first: Math.floor(first / 10_000), last: Math.floor(last / 10_000) }
}
