import {
  type Calendar,
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  toCalendar
} from '@internationalized/date'
import type { DateCalendar } from '#shared/text/date-range/date-calendar'

const CALENDARS: Readonly<Record<DateCalendar, Calendar>> = {
  gregory: new GregorianCalendar(),
  persian: new PersianCalendar(),
  // Umm al-Qura, as the Reader shows Hijri dates; outside 1300 to 1600 AH it is the civil calendar of 30-year cycles.
  islamic: new IslamicUmalquraCalendar()
}

/** The days that a month has in its calendar; 0 for a month that is none. */
export function daysInMonth(calendar: DateCalendar, year: number, month: number): number {
  if (month < 1 || month > 12 || year < 1) return 0
  return CALENDARS[calendar].getDaysInMonth(new CalendarDate(CALENDARS[calendar], year, month, 1))
}

/** A day of a calendar as an ISO day; undefined when it does not exist or lies outside the years 1 to 9999. */
export function isoDay(calendar: DateCalendar, year: number, month: number, day: number): string | undefined {
  if (year > 9999 || day < 1 || day > daysInMonth(calendar, year, month)) return undefined
  const date = toCalendar(new CalendarDate(CALENDARS[calendar], year, month, day), CALENDARS.gregory)
  return date.era === 'AD' && date.year <= 9999 ? date.toString() : undefined
}

/** The ISO day so many days later; undefined outside the years 1 to 9999. */
export function isoDayPlus(iso: string, days: number): string | undefined {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

/** An ISO day as the year, month and day of a calendar; undefined for anything that is not a day. */
export function inCalendar(
  iso: string,
  calendar: DateCalendar
): Readonly<{ year: number; month: number; day: number }> | undefined {
  const [year, month, day] = iso.split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined || isoDay('gregory', year, month, day) !== iso)
    return undefined
  const date = toCalendar(new CalendarDate(CALENDARS.gregory, year, month, day), CALENDARS[calendar])
  return { year: date.year, month: date.month, day: date.day }
}
