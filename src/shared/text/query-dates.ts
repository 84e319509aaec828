import { parseDateRange } from '#shared/text/date-range/parse-date-range'
import { dayBefore, firstDayOf } from '#shared/text/query-date'

/** Days as `YYYY-MM-DD`, both inclusive; null for an open end. */
export type DayRange = Readonly<{ from: string | null; to: string | null }>

/** Longest date in words that is read without quotation marks, in words. */
export const MOST_DATE_WORDS = 6

const YEAR = /(?:\p{Nd}{4})(?:[-/.]\p{Nd}{1,2}){0,2}/u.source
const BARE_RANGE = new RegExp(`^(?:${YEAR})?(?:\\.{2,3}|…)(?:${YEAR})?$`, 'u')

/** The days that the value of `date:`, `before:` or `after:` means; undefined when it is no date. */
export function daysOf(field: 'date' | 'before' | 'after', typed: string): DayRange | undefined {
  if (field === 'date') {
    const range = parseDateRange(typed)
    return range && { from: range.from, to: range.to }
  }
  const from = parseDateRange(typed)?.from ?? firstDayOf(typed)
  if (from === undefined || from === null) return undefined
  // Before a day: to the day before it.
  return field === 'after' ? { from, to: null } : { from: null, to: dayBefore(from) ?? from }
}

/** The days of a range typed without a field (`1988-07..1988-09`, `..1988`); undefined for everything that may be something else. */
export function bareDaysOf(word: string): DayRange | undefined {
  return BARE_RANGE.test(word) && /\p{Nd}/u.test(word) ? daysOf('date', word) : undefined
}
