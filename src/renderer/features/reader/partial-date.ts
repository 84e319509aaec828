import { CalendarDate, type CalendarIdentifier, createCalendar, toCalendar } from '@internationalized/date'

/** A date as precise as the document gave it. */
export type PartialDate = Readonly<{ year: number; month: number | null; day: number | null }>

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for anything else, also for a day that does not exist. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const found = PATTERN.exec(text)
  if (found === null) return undefined
  const year = Number(found[1])
  const month = found[2] === undefined ? null : Number(found[2])
  const day = found[3] === undefined ? null : Number(found[3])
  if (month !== null && (month < 1 || month > 12)) return undefined
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return undefined
  return { year, month, day }
}

/** The date in words, in the Gregorian calendar, no more precise than it is: `9 December 2020`, `December 2020`, `2020`. */
export function formatPartialDate({ year, month, day }: PartialDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === null ? {} : { month: 'long' }),
    ...(day === null ? {} : { day: 'numeric' })
  }).format(utc(year, month ?? 1, day ?? 1))
}

/** Calendars a reader of this language also counts in, the usual one first; none for most languages. */
export function calendarsOf(language: string): readonly CalendarIdentifier[] {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  if (['fa', 'prs', 'tg', 'ps', 'ckb', 'ku', 'kmr', 'azb', 'lrc', 'mzn', 'glk'].includes(primary))
    return ['persian', 'islamic-umalqura']
  return ['ar', 'arz', 'ary', 'acm', 'apc', 'ur', 'sd', 'ug'].includes(primary) ? ['islamic-umalqura'] : []
}

/** The same day in another calendar, in words of `locale`; undefined unless the day is known, since a month spans two of the other's. */
export function inCalendar({ year, month, day }: PartialDate, calendar: CalendarIdentifier, locale: string): string | undefined {
  if (month === null || day === null) return undefined
  const date = toCalendar(new CalendarDate(year, month, day), createCalendar(calendar))
  return new Intl.DateTimeFormat(locale, { calendar, timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(
    date.toDate('UTC')
  )
}

function daysIn(year: number, month: number): number {
  return utc(year, month + 1, 0).getUTCDate()
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date
}
