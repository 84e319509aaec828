import { format as formatNumber, is_date as isDate } from 'ssf'
import { type DateLocale, dateLocaleOf, writtenOut } from '#engine/extract/sheets/calendar-date'

/** Excel allows no longer ones. */
const LONGEST_FORMAT = 255
const LONGEST_RESULT = 500
const MOST_REMEMBERED = 5000

/**
 * Short dates and times, which programs show in the manner of the computer they run on. Here they are shown so that nobody can take the
 * day for the month.
 */
const OWN: Readonly<Record<number, string>> = { 14: 'yyyy\\-mm\\-dd', 22: 'yyyy\\-mm\\-dd\\ hh:mm' }
const IN_MANNER_OF_SYSTEM: ReadonlySet<string> = new Set([
  'm/d/yy',
  'm/d/yyyy',
  'mm/dd/yy',
  '[$-f800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'
])

type Known = Readonly<{ code: string | number; isGeneral: boolean; isDate: boolean; locale: DateLocale | undefined }>

/** Shows numbers as the sheet shows them. */
export class NumberFormats {
  readonly #codes: ReadonlyMap<number, string>
  readonly #options: Readonly<{ date1904: boolean }>
  readonly #known = new Map<number, Known>()
  readonly #remembered = new Map<number, Map<number, string>>()

  /** `codes`: the formats that the file defines, by their numbers. */
  constructor(codes: ReadonlyMap<number, string>, date1904: boolean) {
    this.#codes = codes
    this.#options = { date1904 }
  }

  /** The text of a number in the format with this number. A format that can not be used shows the number as it is. Never throws. */
  show(value: number, id: number): string {
    const known = this.#known.get(id) ?? this.#learn(id)
    if (known.isGeneral) return general(value)
    const remembered = this.#results(id)
    const before = remembered.get(value)
    if (before !== undefined) return before
    const text = this.#format(value, known)
    remembered.set(value, text)
    return text
  }

  /** What this format has shown lately: columns repeat their values. */
  #results(id: number): Map<number, string> {
    const known = this.#remembered.get(id)
    if (known && known.size < MOST_REMEMBERED) return known
    const results = new Map<number, string>()
    this.#remembered.set(id, results)
    return results
  }

  #learn(id: number): Known {
    const written = this.#codes.get(id)
    const code =
      written === undefined || IN_MANNER_OF_SYSTEM.has(written.toLowerCase())
        ? (OWN[written === undefined ? id : 14] ?? id)
        : written
    const isUsable = typeof code === 'number' || code.length <= LONGEST_FORMAT
    const known = {
      code,
      isGeneral: !isUsable || code === 0 || code === '' || (typeof code === 'string' && /^general$/i.test(code)),
      isDate: typeof code === 'string' && isUsable && isDate(code),
      locale: typeof code === 'string' && isUsable ? dateLocaleOf(code) : undefined
    }
    this.#known.set(id, known)
    return known
  }

  #format(value: number, { code, isDate, locale }: Known): string {
    try {
      const used = isDate && locale && typeof code === 'string' ? this.#withCalendar(code, locale, value) : code
      const text = formatNumber(used, value, this.#options).trim()
      // Dates before the calendar begins, and values that their format hides: the number is all there is to see.
      if (text === '' && value !== 0) return general(value)
      return text.length > LONGEST_RESULT ? general(value) : shaped(text, locale?.zero)
    } catch {
      // The library throws for formats that it does not know.
      return general(value)
    }
  }

  #withCalendar(code: string, locale: DateLocale, value: number): string {
    if (locale.calendar === undefined && (locale.language === undefined || !/[Mm]{3}|[Dd]{3}/.test(code))) return code
    const days = Math.floor(value) + (this.#options.date1904 ? 1462 : 0)
    // Day 60 is a 29 February that never was.
    const since1900 = days > 60 ? days - 25_569 : days - 25_568
    return writtenOut(code, locale, new Date(since1900 * 86_400_000))
  }
}

/**
 * As a sheet shows a number without a format: eleven figures. Whole numbers have all of theirs, as in the bar above a sheet: those of
 * cards, accounts and telephones are looked for by them.
 */
function general(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  return formatNumber('General', value)
}

function shaped(text: string, zero: number | undefined): string {
  return zero === undefined ? text : text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero + Number(digit)))
}
