/** Languages by the low ten bits of their Windows numbers, as far as their names of months and days are asked for. */
const LANGUAGES: Readonly<Record<number, string>> = {
  1: 'ar',
  2: 'bg',
  3: 'ca',
  4: 'zh',
  5: 'cs',
  6: 'da',
  7: 'de',
  8: 'el',
  10: 'es',
  11: 'fi',
  12: 'fr',
  13: 'he',
  14: 'hu',
  16: 'it',
  17: 'ja',
  18: 'ko',
  19: 'nl',
  20: 'nb',
  21: 'pl',
  22: 'pt',
  24: 'ro',
  25: 'ru',
  26: 'hr',
  29: 'sv',
  30: 'th',
  31: 'tr',
  32: 'ur',
  33: 'id',
  34: 'uk',
  41: 'fa',
  42: 'vi',
  43: 'hy',
  44: 'az',
  55: 'ka',
  57: 'hi',
  63: 'kk',
  69: 'bn',
  99: 'ps',
  140: 'fa-AF',
  146: 'ckb'
}

const PERSIAN = 0x16
const HIJRI: ReadonlySet<number> = new Set([0x06, 0x17])
/** Where the digits of a numeral shape begin. */
const ZEROS: Readonly<Record<number, number>> = { 2: 0x660, 3: 0x6f0, 4: 0x966 }

/** What `[$-…]` in a number format asks for (MS-OI29500, 18.8.31): the language of names, the calendar, and the shape of digits. */
export type DateLocale = Readonly<{
  language: string | undefined
  calendar: 'persian' | 'islamic' | undefined
  zero: number | undefined
}>

const LOCALE = /\[\$[^\]-]{0,20}-([0-9A-Fa-f]{1,8})\]/

/** Undefined where a format says nothing of it. */
export function dateLocaleOf(format: string): DateLocale | undefined {
  const code = LOCALE.exec(format)?.[1]
  const isHijri = /(?:^|[^A-Za-z"])[Bb]2/.test(format)
  if (code === undefined && !isHijri) return undefined
  const number = Number.parseInt(code ?? '0', 16)
  const calendar = (number >>> 16) & 0xff
  return {
    language: LANGUAGES[number & 0x3ff],
    calendar: calendar === PERSIAN ? 'persian' : HIJRI.has(calendar) || isHijri ? 'islamic' : undefined,
    zero: ZEROS[number >>> 24]
  }
}

type Names = Readonly<Record<'year' | 'month' | 'day' | 'longMonth' | 'shortMonth' | 'longDay' | 'shortDay', string>>

/**
 * A date format with its fields written out as quoted text for the day `day` (UTC): so that a formatter that knows one calendar and one
 * language shows others. Minutes are left alone: only `m` that follows no hour and precedes no second is a month.
 */
export function writtenOut(format: string, { language = 'en', calendar }: DateLocale, day: Date): string {
  const names = namesOf(day, language, calendar)
  const plain = format.replace(LOCALE, '').replace(/[Bb][12]/g, '')
  return plain.replace(
    /"[^"]*"|\\.|\[[^\]]*\]|([Hh]+[^A-Za-z"]{0,3})([Mm]+)|([Mm]+)([^A-Za-z"]{0,3}[Ss]+)|[Yy]+|[Ee]+(?![+-])|[Mm]+|[Dd]+/g,
    (all, hours: string | undefined, _minutes, minutes: string | undefined) => {
      if (/^["\\[]/.test(all) || hours !== undefined || minutes !== undefined) return all
      return quoted(field(all.toLowerCase(), names))
    }
  )
}

function field(code: string, names: Names): string {
  if (code.startsWith('y')) return code.length <= 2 ? names.year.slice(-2) : names.year
  if (code.startsWith('e')) return names.year
  if (code.startsWith('m')) {
    if (code.length <= 2) return names.month.padStart(code.length, '0')
    return code.length === 3 ? names.shortMonth : code.length === 5 ? [...names.longMonth].slice(0, 1).join('') : names.longMonth
  }
  if (code.length <= 2) return names.day.padStart(code.length, '0')
  return code.length === 3 ? names.shortDay : names.longDay
}

function namesOf(day: Date, language: string, calendar: DateLocale['calendar']): Names {
  const ca = calendar === 'persian' ? 'persian' : calendar === 'islamic' ? 'islamic-umalqura' : 'gregory'
  const part = (type: 'year' | 'month' | 'day' | 'weekday', width: 'numeric' | 'long' | 'short'): string => {
    const locale = width === 'numeric' ? 'en' : language
    // Beside a day the names of months take another form in some languages.
    const beside = type === 'month' && width !== 'numeric' ? ({ day: 'numeric' } as const) : {}
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-${ca}-nu-latn`, { timeZone: 'UTC', ...beside, [type]: width })
    return format.formatToParts(day).find((one) => one.type === type)?.value ?? ''
  }
  return {
    year: part('year', 'numeric'),
    month: part('month', 'numeric'),
    day: part('day', 'numeric'),
    longMonth: part('month', 'long'),
    shortMonth: part('month', 'short'),
    longDay: part('weekday', 'long'),
    shortDay: part('weekday', 'short')
  }
}

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)
