import { type CalendarIdentifier, createCalendar, parseDate, toCalendar } from '@internationalized/date'

/** Languages whose readers count in the Jalali calendar, and in the Hijri one beside it. */
const JALALI = new Set(['fa', 'prs', 'ps', 'ckb', 'ku', 'kmr', 'sdh', 'azb', 'lrc', 'mzn', 'glk', 'bal'])
/** Languages whose readers count in the Hijri calendar. */
const HIJRI = new Set(['ar', 'arb', 'arz', 'ary', 'acm', 'apc', 'ur', 'sd', 'ug'])

/**
 * The same day in the calendars that readers of `language` also count in, the usual one first, in words of `locale`. Empty for other
 * languages, and for a date without a day: a month of one calendar spans two of another.
 */
export function otherCalendars(iso: string, language: string, locale: string): string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return []
  return calendarsOf(language).map((calendar) => inCalendar(iso, calendar, locale))
}

function calendarsOf(language: string): readonly CalendarIdentifier[] {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  if (JALALI.has(primary)) return ['persian', 'islamic-umalqura']
  return HIJRI.has(primary) ? ['islamic-umalqura'] : []
}

function inCalendar(iso: string, calendar: CalendarIdentifier, locale: string): string {
  const day = toCalendar(parseDate(iso), createCalendar(calendar)).toDate('UTC')
  const words = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', calendar } as const
  const formatter = new Intl.DateTimeFormat(locale, words)
  if (!locale.startsWith('en')) return formatter.format(day)
  // Day, month, year, as everywhere in the English window.
  const parts = new Map(formatter.formatToParts(day).map((part) => [part.type, part.value]))
  return [parts.get('day'), parts.get('month'), parts.get('year'), parts.get('era')].filter(Boolean).join(' ')
}
