import type { Condition } from '#engine/search/condition'
import type { DateNode } from '#shared/text/query-node'

/** The last day a document's date can mean, as YYYYMMDD: of a month or year, a day that no month of it passes. */
const LAST_DAY = `CASE length(d.date) WHEN 4 THEN d.first_day / 10000 * 10000 + 1231 WHEN 7 THEN d.first_day / 100 * 100 + 31
  ELSE d.first_day END`

const asNumber = (day: string): number => Number(day.replaceAll('-', ''))

/** Documents whose date overlaps the range. Cost: a range of the index by day. */
export function datedWithin({ from, to }: DateNode): Condition {
  const parts = ['d.first_day IS NOT NULL']
  const params: number[] = []
  if (from !== null) {
    const first = asNumber(from)
    // A document of that year or later: what the index can tell.
    parts.push('d.first_day >= ?', `${LAST_DAY} >= ?`)
    params.push(Math.floor(first / 10_000) * 10_000, first)
  }
  if (to !== null) {
    parts.push('d.first_day <= ?')
    params.push(asNumber(to))
  }
  return { sql: `(${parts.join(' AND ')})`, params }
}
