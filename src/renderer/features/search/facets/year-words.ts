/** Years in words: of the Gregorian calendar, and the years of others that they reach into. */

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A year, or the first and the last: `1988`, `1988–1991`. In the digits of `locale`. */
export function yearsInWords(from: number, to: number, locale: string): string {
  return from === to ? yearOf(from, 0, 'gregory', locale) : span(from, to, 'gregory', locale)
}

/** The same years in the Jalali and in the Hijri calendar: `1366–1367`, and `1408–1409`. */
export function otherYears(from: number, to: number, locale: string): Readonly<{ jalali: string; hijri: string }> {
  return { jalali: span(from, to, 'persian', locale), hijri: span(from, to, 'islamic-umalqura', locale) }
}

function span(from: number, to: number, calendar: string, locale: string): string {
  return `${yearOf(from, 0, calendar, locale)}–${yearOf(to, 11, calendar, locale)}`
}

/** The year of the first day of January, or of the last of December, in a calendar. */
function yearOf(year: number, month: 0 | 11, calendar: string, locale: string): string {
  const key = `${locale} ${calendar}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { year: 'numeric', calendar, timeZone: 'UTC' })
  formatters.set(key, formatter)
  const day = new Date(0)
  // Not Date.UTC: it takes the years before 100 for ones of the twentieth century.
  day.setUTCFullYear(year, month, month === 0 ? 1 : 31)
  return formatter.formatToParts(day).find((part) => part.type === 'year')?.value ?? String(year)
}
