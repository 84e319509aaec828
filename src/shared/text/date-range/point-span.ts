import { daysInMonth, isoDay } from '#shared/text/date-range/calendar-days'
import type { DatePart } from '#shared/text/date-range/date-atom'
import type { DateCalendar } from '#shared/text/date-range/date-calendar'
import type { DatePoint } from '#shared/text/date-range/date-point'

/** First and last day of what one date means, ISO days, both included. */
export type DateSpan = Readonly<{ from: string; to: string; calendar: DateCalendar }>

/**
 * A year without a month name or an era: 1300 to 1500 are Solar Hijri, all others Gregorian. So it is with the years of living memory in
 * all three calendars: few archives hold documents of the Gregorian fifteenth century, and Hijri years have their months or an era.
 */
export const calendarOfYear = (year: number): DateCalendar => (year >= 1300 && year <= 1500 ? 'persian' : 'gregory')

/** Years of the calendars that count from the Hijra beyond this one are Gregorian years beside a month of the wrong calendar. */
const LAST_HIJRI_YEAR = 1700

/** The calendar that a date names by its month or era; undefined when it names none, null when it names two. */
export function statedCalendar({ monthCalendar, era, season }: DatePoint): DateCalendar | null | undefined {
  if (era === undefined) return monthCalendar
  if (era === 'hijri') {
    if (monthCalendar !== undefined) return monthCalendar === 'gregory' ? null : monthCalendar
    // The seasons wander through the lunar year: who counts them from the Hijra counts solar years.
    return season === undefined ? 'islamic' : 'persian'
  }
  return monthCalendar === undefined || monthCalendar === era ? era : null
}

/** The days of a complete date; undefined when it lacks its year, does not exist, or contradicts itself. */
export function spanOf(point: DatePoint, fallback: DateCalendar | undefined): DateSpan | undefined {
  const { year, month, day } = point
  if (year === undefined || year < 1 || (day !== undefined && month === undefined)) return undefined
  const stated = statedCalendar(point)
  if (stated === null) return undefined
  const calendar = stated ?? fallback ?? calendarOfYear(year)
  if (calendar !== 'gregory' && year > LAST_HIJRI_YEAR) return undefined
  if (point.decade) return decadeSpan(calendar, year, point.part)
  if (point.season !== undefined) return seasonSpan(calendar, point)
  if (month === undefined) return monthsSpan(calendar, year * 12, share(12, point.part))
  if (day !== undefined) return joined(calendar, isoDay(calendar, year, month, day), isoDay(calendar, year, month, day))
  const [first, last] = share(daysInMonth(calendar, year, month), point.part)
  return joined(calendar, isoDay(calendar, year, month, first + 1), isoDay(calendar, year, month, last + 1))
}

/** Which of so many days, months or years a part of them holds, counted from 0, both included. Thirds are 10, 10 and the rest of a month. */
function share(count: number, part: DatePart | undefined): readonly [number, number] {
  const third = Math.floor(count / 3)
  const half = Math.floor(count / 2)
  switch (part) {
    case 'early':
      return [0, third - 1]
    case 'mid':
      return [third, 2 * third - 1]
    case 'late':
      return [2 * third, count - 1]
    case 'first-half':
      return [0, half - 1]
    case 'second-half':
      return [half, count - 1]
    default:
      return [0, count - 1]
  }
}

const joined = (calendar: DateCalendar, from: string | undefined, to: string | undefined): DateSpan | undefined =>
  from === undefined || to === undefined ? undefined : { from, to, calendar }

/** Whole months, counted from the January (or first month) that `start` is: twelve times its year. */
function monthsSpan(calendar: DateCalendar, start: number, [first, last]: readonly [number, number]): DateSpan | undefined {
  const [firstYear, firstMonth] = [Math.floor((start + first) / 12), ((start + first) % 12) + 1]
  const [lastYear, lastMonth] = [Math.floor((start + last) / 12), ((start + last) % 12) + 1]
  const lastDay = daysInMonth(calendar, lastYear, lastMonth)
  return joined(calendar, isoDay(calendar, firstYear, firstMonth, 1), isoDay(calendar, lastYear, lastMonth, lastDay))
}

/** Early, middle and late years of a decade are its first four, the next three, and the last three. */
function decadeSpan(calendar: DateCalendar, year: number, part: DatePart | undefined): DateSpan | undefined {
  const thirds = { early: [0, 3], mid: [4, 6], late: [7, 9] } as const
  const [first, last] = part === 'early' || part === 'mid' || part === 'late' ? thirds[part] : share(10, part)
  return monthsSpan(calendar, (year + first) * 12, [0, (last - first) * 12 + 11])
}

/**
 * Three whole months. Solar Hijri seasons are those of the calendar itself; Gregorian ones those of the weather in the north, from March;
 * a winter goes by the year in which it begins, in both.
 */
function seasonSpan(calendar: DateCalendar, { season = 1, year = 1, part }: DatePoint): DateSpan | undefined {
  if (calendar === 'islamic') return undefined
  const spring = calendar === 'persian' ? 0 : 2
  return monthsSpan(calendar, year * 12 + spring + (season - 1) * 3, share(3, part))
}
