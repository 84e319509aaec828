import { parseDate } from '#engine/extract/dates/dates'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Time zones by name (RFC 5322, section 4.3); others by name tell nothing. */
const ZONES: Readonly<Record<string, string>> = {
  ut: 'Z',
  gmt: 'Z',
  utc: 'Z',
  z: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00'
}

const DAY_FIRST =
  /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s.-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i
const MONTH_FIRST = /([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([+-]\d{4}|[a-z]{1,5})\s+)?(\d{4})/i

/** When a message was sent: the calendar day where it was, and the moment in ISO 8601, with its offset where that is known. */
export type MailDate = Readonly<{ day: string; moment: string | null }>

/** The date of a Date header, also as old programs wrote it; undefined for what is none. */
export function mailDate(value: string): MailDate | undefined {
  const text = value.slice(0, 200)
  const first = DAY_FIRST.exec(text)
  if (first) {
    const [, day, month, year, hour, minute, second, zone] = first
    return dateOf({ day, month, year, hour, minute, second, zone })
  }
  const later = MONTH_FIRST.exec(text)
  if (later) {
    const [, month, day, hour, minute, second, zone, year] = later
    return dateOf({ day, month, year, hour, minute, second, zone })
  }
  const day = parseDate(text)
  return day === null ? undefined : { day, moment: null }
}

type Written = Readonly<Record<'day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'zone', string | undefined>>

function dateOf({ day, month, year, hour, minute, second, zone }: Written): MailDate | undefined {
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1
  const written = Number(year)
  const full = written < 50 ? written + 2000 : written < 1000 ? written + 1900 : written
  const date = `${full}-${two(number)}-${two(day)}`
  const isDay = number > 0 && full >= 1970 && full < 2100 && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date)
  if (!isDay) return undefined
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 61
  return { day: date, moment: isTime ? `${date}T${two(hour)}:${two(minute)}:${two(second ?? 0)}${offsetOf(zone)}` : null }
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  const offset = /^([+-])(\d{2})(\d{2})$/.exec(zone)
  if (!offset) return ZONES[zone.toLowerCase()] ?? ''
  return Number(offset[2]) > 14 || Number(offset[3]) > 59 ? '' : `${offset[1]}${offset[2]}:${offset[3]}`
}

function two(value: string | number | undefined): string {
  return String(Number(value)).padStart(2, '0')
}
