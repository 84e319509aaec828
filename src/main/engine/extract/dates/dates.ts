import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date'
import { findMonth, foldName, MONTH_PATTERN, type Month } from '#engine/extract/dates/month-names'

/** A date in a text: `date` as precise as it was written, and where it stands. */
export type DateInText = Readonly<{ date: string; start: number; end: number }>

const DAY_BEFORE = `(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?,?\\s+(?:of\\s+|de\\s+|d['’])?(${MONTH_PATTERN})\\.?,?\\s+(?:of\\s+|de\\s+|ماه\\s+|سال\\s+|عام\\s+)*(\\d{4})(?!\\d)`
const DAY_AFTER = `(${MONTH_PATTERN})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`
const MONTH_ONLY = `(${MONTH_PATTERN})\\.?,?\\s+(?:of\\s+|de\\s+|ماه\\s+|سال\\s+)*(\\d{4})(?!\\d)`
const EDGE = '(?<![\\p{L}\\p{N}])'

const WRITTEN_DAY_FIRST = new RegExp(EDGE + DAY_BEFORE, 'u')
const WRITTEN_MONTH_FIRST = new RegExp(EDGE + DAY_AFTER, 'u')
const WRITTEN_MONTH = new RegExp(EDGE + MONTH_ONLY, 'u')
const YEAR_FIRST = /(?<![\d/.-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/
const YEAR_LAST = /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/-])/

/** Longer than any date with what may stand around it; keeps hostile values cheap. */
const LONGEST = 200

/**
 * The date of a value that is meant to be one (a meta element, JSON-LD, a `time` element): ISO 8601, RFC 2822, or written in words. As
 * written there, without regard to time zones. Null for anything ambiguous, absurd, or a default that programs write for "none".
 */
export function parseDate(value: string): string | null {
  const text = toAsciiDigits(value.trim()).slice(0, LONGEST)
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|[T ]\d|Z$)/.exec(text)
  if (iso && !isJalaliYear(Number(iso[1]))) return plausible(Number(iso[1]), numberOf(iso[2]), numberOf(iso[3]))
  const compact = /^(\d{4})(\d{2})(\d{2})(?:$|T?\d{4})/.exec(text)
  if (compact) return plausible(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  return findWrittenDate(text)?.date ?? null
}

/**
 * The first date written in a line, in words or in figures that can be read one way only (`25/12/2020`, `2020/12/09`, `1399/09/19`; not
 * `03/04/2020`). Dates of the Iranian calendar are converted. Undefined without one.
 */
export function findWrittenDate(line: string): DateInText | undefined {
  const text = foldName(toAsciiDigits(line.slice(0, LONGEST)))
  const found = [dayFirst(text), monthFirst(text), yearFirst(text), yearLast(text)].filter((date) => date !== undefined)
  const first = found.sort((a, b) => a.start - b.start)[0]
  // A day that does not exist is a mistake, and then the month may be one as well.
  const hasDay = WRITTEN_DAY_FIRST.test(text) || WRITTEN_MONTH_FIRST.test(text)
  return first ?? (hasDay ? undefined : monthOnly(text))
}

function dayFirst(text: string): DateInText | undefined {
  const match = WRITTEN_DAY_FIRST.exec(text)
  const month = findMonth(match?.[2] ?? '')
  return match && month ? placed(match, inCalendar(month, Number(match[3]), Number(match[1]))) : undefined
}

function monthFirst(text: string): DateInText | undefined {
  const match = WRITTEN_MONTH_FIRST.exec(text)
  const month = findMonth(match?.[1] ?? '')
  return match && month ? placed(match, inCalendar(month, Number(match[3]), Number(match[2]))) : undefined
}

function monthOnly(text: string): DateInText | undefined {
  const match = WRITTEN_MONTH.exec(text)
  const month = findMonth(match?.[1] ?? '')
  return match && month ? placed(match, inCalendar(month, Number(match[2]), undefined)) : undefined
}

function yearFirst(text: string): DateInText | undefined {
  const match = YEAR_FIRST.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const calendar = isJalaliYear(year) ? 'jalali' : 'gregorian'
  return placed(match, inCalendar({ calendar, number: Number(match[3]) }, year, Number(match[4])))
}

/** Day and month can be told apart only where one of them is more than twelve. */
function yearLast(text: string): DateInText | undefined {
  const match = YEAR_LAST.exec(text)
  if (!match) return undefined
  const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const calendar = isJalaliYear(year) ? 'jalali' : 'gregorian'
  if (first > 12 || first === second) return placed(match, inCalendar({ calendar, number: second }, year, first))
  return second > 12 ? placed(match, inCalendar({ calendar, number: first }, year, second)) : undefined
}

function placed(match: RegExpExecArray, date: string | null): DateInText | undefined {
  return date === null ? undefined : { date, start: match.index, end: match.index + match[0].length }
}

function inCalendar(month: Month, year: number, day: number | undefined): string | null {
  const isJalali = month.calendar === 'jalali' || (isJalaliYear(year) && month.calendar !== 'gregorian')
  if (!isJalali) return plausible(year, month.number, day)
  if (!isJalaliYear(year) || month.number > 12 || (day !== undefined && (day < 1 || day > 31))) return null
  if (day === undefined) return jalaliMonth(year, month.number)
  const date = toGregorian(year, month.number, day)
  return date && plausible(date.year, date.month, date.day)
}

/** A month of the Iranian calendar lies in two Gregorian ones: only their year can be said, where they share it. */
function jalaliMonth(year: number, month: number): string | null {
  const first = toGregorian(year, month, 1)
  const last = toGregorian(year, month, 29)
  return first && last && first.year === last.year ? plausible(first.year) : null
}

function toGregorian(year: number, month: number, day: number): CalendarDate | null {
  const date = new CalendarDate(new PersianCalendar(), year, month, day)
  // The calendar moves a day that a month does not have to its last one; such a date was not written by anyone who knew it.
  return date.day === day && date.month === month ? toCalendar(date, new GregorianCalendar()) : null
}

function isJalaliYear(year: number): boolean {
  return year >= 1250 && year <= 1450
}

/** Null for dates that can not be, that lie ahead, or that stand for nothing (1970-01-01 and 0001-01-01 are what programs write then). */
function plausible(year: number, month?: number, day?: number): string | null {
  if (year < 1450 || year > new Date().getUTCFullYear() + 1) return null
  if (month === undefined) return String(year)
  if (month < 1 || month > 12) return null
  const prefix = `${year}-${String(month).padStart(2, '0')}`
  if (day === undefined) return prefix
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  const date = `${prefix}-${String(day).padStart(2, '0')}`
  return date === '1970-01-01' ? null : date
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** Persian and Arabic digits as ASCII digits, same length. */
export function toAsciiDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
}
