/** Numbers, dates, sizes and names in the words and digits of one interface language. */
export type Format = Readonly<{
  number: (value: number) => string
  /** A share of one as whole percent: `87%`. */
  percent: (share: number) => string
  /** Bytes as `512 B`, `14 kB`, `3.2 MB`; powers of ten, like file managers. */
  bytes: (value: number) => string
  /** A date as precise as it was given (`2020`, `2020-12`, `2020-12-09`): `2020`, `Dec 2020`, `9 Dec 2020`. Other text comes back as it is. */
  date: (iso: string, style?: 'short' | 'long') => string
  /** A moment, in milliseconds since 1970, in this computer's time zone: `22 Nov 2026, 17:44`. */
  moment: (at: number) => string
  /** A time of day, e.g. `14:05`. */
  time: (at: number) => string
  /** A moment as a file states it (ISO 8601), in the file's own time zone, never moved: `22 Nov 2026, 17:44 (UTC+03:30)`. Other text comes back as it is. */
  stated: (iso: string) => string
  /** A running time in seconds, as players show it: `0:08`, `3:05`, `1:02:03`. Left to right in every language. */
  clock: (seconds: number) => string
  /** A stretch of time in seconds: `8 s`, `3 min`, `2 h 5 min`. */
  duration: (seconds: number) => string
  /** A language's name in the interface language; null when it is not known (`und`). */
  language: (tag: string) => string | null
  /** Things in a row: `a, b and c`. */
  list: (items: readonly string[]) => string
}>

const made = new Map<string, Format>()

/** The formatter of an interface language (BCP 47). Made once for each language. */
export function formatFor(locale: string): Format {
  const known = made.get(locale)
  if (known !== undefined) return known
  const format = makeFormat(locale)
  made.set(locale, format)
  return format
}

function makeFormat(locale: string): Format {
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false })
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    bytes: (value) => formatBytes(locale, value),
    date: (iso, style = 'short') => formatPartialDate(locale, iso, style),
    moment: (at) => `${formatDay(locale, new Date(at), 'short', undefined)}, ${time.format(at)}`,
    time: (at) => time.format(at),
    stated: (iso) => formatStated(locale, iso),
    clock: formatClock,
    duration: (seconds) => formatDuration(locale, seconds),
    language: (tag) => languageName(names, tag),
    list: (items) => list.format(items)
  }
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

function formatBytes(locale: string, value: number): string {
  let size = value
  let unit = 0
  while (size >= 999.5 && unit < BYTE_UNITS.length - 1) {
    size /= 1000
    unit += 1
  }
  // `Intl` has no sign for bytes that stands apart from the number: "0B", "0 byte".
  if (unit === 0) return `${new Intl.NumberFormat(locale).format(size)}\u00a0B`
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[unit] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: size >= 99.5 ? 0 : 1
  }).format(size)
}

const dateFormatters = new Map<string, Intl.DateTimeFormat>()

/** One is costly to make, and each card of a list has a date. Those of this computer's time zone keep the one of when they were made. */
function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const formatter = dateFormatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  dateFormatters.set(key, formatter)
  return formatter
}

/** Dates are kept without a time zone; they are formatted in UTC so that no day moves. */
function formatPartialDate(locale: string, iso: string, style: 'short' | 'long'): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso)
  if (match === null) return iso
  const [, year, month, day] = match
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  if (month === undefined) return dateFormatter(locale, { year: 'numeric', timeZone: 'UTC' }).format(date)
  if (day === undefined) return dateFormatter(locale, { year: 'numeric', month: style, timeZone: 'UTC' }).format(date)
  return formatDay(locale, date, style, 'UTC')
}

const STATED = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/

/** What a document says of its time is evidence: it is worded, not converted. */
function formatStated(locale: string, iso: string): string {
  const match = STATED.exec(iso)
  if (match === null) return formatPartialDate(locale, iso, 'short')
  const [, day, time, , zone] = match
  const words = `${formatPartialDate(locale, day ?? '', 'short')}, ${time}`
  if (zone === undefined) return words
  return zone === 'Z' || /^[+-]00:?00$/.test(zone) ? `${words} (UTC)` : `${words} (UTC${zone})`
}

function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}

/** English dates stand as day, month, year: the only order that no reader takes for another. */
function formatDay(locale: string, date: Date, style: 'short' | 'long', timeZone: string | undefined): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  const formatter = dateFormatter(locale, { year: 'numeric', month: style, day: 'numeric', ...zone })
  if (!locale.startsWith('en')) return formatter.format(date)
  const parts = new Map(formatter.formatToParts(date).map((part) => [part.type, part.value]))
  return `${parts.get('day') ?? ''} ${parts.get('month') ?? ''} ${parts.get('year') ?? ''}`
}

function formatDuration(locale: string, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const unit = (value: number, name: 'second' | 'minute' | 'hour'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  if (whole < 60) return unit(whole, 'second')
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  const rest = minutes % 60
  return rest === 0 ? unit(minutes / 60, 'hour') : `${unit((minutes - rest) / 60, 'hour')} ${unit(rest, 'minute')}`
}

function languageName(names: Intl.DisplayNames, tag: string): string | null {
  if (tag === '' || tag === 'und') return null
  try {
    return names.of(tag) ?? tag
  } catch (error) {
    // A tag from a document that is no language tag at all (`en_US;q=1`): shown as the document has it.
    if (error instanceof RangeError) return tag
    throw error
  }
}
