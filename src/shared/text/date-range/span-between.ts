import type { DateCalendar } from '#shared/text/date-range/date-calendar'
import type { DatePoint } from '#shared/text/date-range/date-point'
import { calendarOfYear, type DateSpan, spanOf, statedCalendar } from '#shared/text/date-range/point-span'

/** `1988–89` and `1999–01` name years at most this far apart; what would be further is something else. */
const SHORT_YEAR_REACH = 20
/** Years that two calendars number alike are further apart than any range that is written with one year's calendar only. */
const SAME_CALENDAR_YEARS = 150

/**
 * From the first day of one date to the last of another, in which ever order they lie. What one end leaves out it takes from the other:
 * `June–September 1988`, `19–25 July 1988`, `November to February 1989`, `1988–89`. Undefined when that makes no date.
 */
export function spanBetween(left: DatePoint, right: DatePoint): DateSpan | undefined {
  const second = withShortYear(left, right)
  if (!second) return undefined
  if (isOneWinter(left, second)) return spanOf(left, undefined)
  const first = filled(left, second)
  const last = filled(second, left)
  const spans = spansOf(first, last)
  if (spans && spans[0].from <= spans[1].to) return between(spans)
  return between(spans && withNeighbouringYear(left, second, first, last) ? spansOf(...yearsApart(left, first, last)) : spans)
}

type Spans = readonly [DateSpan, DateSpan]

function between(spans: Spans | undefined): DateSpan | undefined {
  if (!spans) return undefined
  const [one, other] = spans
  const [first, last] = one.from <= other.to ? [one, other] : [other, one]
  return { from: first.from, to: last.to, calendar: one.calendar }
}

function spansOf(first: DatePoint, last: DatePoint): Spans | undefined {
  const [one, other] = [spanOf(first, calendarBeside(first, last)), spanOf(last, calendarBeside(last, first))]
  return one && other ? [one, other] : undefined
}

/** A year that names no calendar is counted like the one beside it, if the two can be of one calendar. */
function calendarBeside(point: DatePoint, other: DatePoint): DateCalendar | undefined {
  const stated = statedCalendar(other)
  if (stated === undefined || stated === null || point.year === undefined || other.year === undefined) return undefined
  return Math.abs(point.year - other.year) <= SAME_CALENDAR_YEARS ? stated : calendarOfYear(point.year)
}

/** The second of two years may be written with two digits: then it is no day, since the first end has none either. */
function withShortYear(left: DatePoint, right: DatePoint): DatePoint | undefined {
  const { day, ...others } = right
  const isShort = day !== undefined && right.month === undefined && right.year === undefined
  if (!isShort || left.day !== undefined || left.year === undefined) return right
  const inCentury = left.year - (left.year % 100) + day
  const year = inCentury > left.year ? inCentury : inCentury + 100
  return year - left.year <= SHORT_YEAR_REACH ? { ...others, year } : undefined
}

/** `winter 1988/89` is one winter. */
const isOneWinter = (left: DatePoint, right: DatePoint): boolean =>
  left.season === 4 &&
  left.year !== undefined &&
  right.year === left.year + 1 &&
  right.season === undefined &&
  right.month === undefined

function filled(point: DatePoint, other: DatePoint): DatePoint {
  const takesMonth = point.day !== undefined && point.month === undefined && other.month !== undefined
  const month = takesMonth ? { month: other.month, ...(other.monthCalendar ? { monthCalendar: other.monthCalendar } : {}) } : {}
  const year = point.year === undefined && other.year !== undefined ? { year: other.year } : {}
  const takesEra = point.era === undefined && point.year === undefined && other.era !== undefined
  return { ...point, ...month, ...year, ...(takesEra ? { era: other.era } : {}) }
}

/** The ends lie in the wrong order because the year they share is that of one of them: `November to February 1989`. */
const withNeighbouringYear = (left: DatePoint, right: DatePoint, first: DatePoint, last: DatePoint): boolean =>
  (left.year === undefined) !== (right.year === undefined) && first.year !== undefined && last.year !== undefined

function yearsApart(left: DatePoint, first: DatePoint, last: DatePoint): [DatePoint, DatePoint] {
  return left.year === undefined
    ? [{ ...first, year: (first.year ?? 1) - 1 }, last]
    : [first, { ...last, year: (last.year ?? 0) + 1 }]
}
