import type { ExampleWords } from '#engine/search/examples/example-words'
import type { ExampleId } from '#shared/model/query-help'
import { inCalendar } from '#shared/text/date-range/calendar-days'
import type { DateCalendar } from '#shared/text/date-range/date-calendar'
import { MONTH_NAMES } from '#shared/text/date-range/month-names'

/** What is known of an archive for its examples; each list has the likeliest first. */
export type ArchiveSample = Readonly<{
  words: ExampleWords
  tags: readonly string[]
  folders: readonly string[]
  languages: readonly string[]
  /** Names of the languages, as `lang:` takes them. */
  languageNames: readonly string[]
  types: readonly string[]
  authors: readonly string[]
  publishers: readonly string[]
  names: readonly string[]
  senders: readonly string[]
  recipients: readonly string[]
  years: readonly string[]
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  dates: readonly string[]
}>

/** Queries that show one thing each, the best first; those that find nothing are passed over. */
export type ExampleQueries = Readonly<Record<ExampleId, readonly string[]>>

/** A value after a field: quoted where it is more than one word. */
const valued = (field: string, value: string): string =>
  `${field}:${/^[\p{L}\p{N}]+$/u.test(value) ? value : `"${value.replaceAll(/["“”„«»]/g, ' ').trim()}"`}`

const fields = (field: string, values: readonly string[]): string[] => values.map((value) => valued(field, value))

export function exampleQueries(sample: ArchiveSample): ExampleQueries {
  return { ...wordQueries(sample.words), ...fieldQueries(sample), ...dateQueries(sample), ...propertyQueries() }
}

function wordQueries({ words, inflected, phrases }: ExampleWords) {
  const pairs = phrases.map((phrase) => phrase.split(/\s+/)).filter((pair) => pair.length === 2)
  const both = (make: (first: string, second: string) => string): string[] => pairs.map(([a = '', b = '']) => make(a, b))
  const others = words.flatMap((word, index) => words.slice(index + 1).map((other) => [word, other] as const)).slice(0, 6)
  const apart = (make: (first: string, second: string) => string): string[] => others.map(([a, b]) => make(a, b))
  const long = words.filter((word) => word.length >= 5)
  const cut = (word: string, from: number, to: number): string => [...word].slice(from, to).join('')
  return {
    words: both((a, b) => `${a} ${b}`),
    forms: inflected,
    phrase: phrases.map((phrase) => `"${phrase}"`),
    any: apart((a, b) => `${a} OR ${b}`),
    not: [...apart((a, b) => `${a} -${b}`), ...apart((a, b) => `${b} -${a}`)],
    group: pairs.flatMap(([a = '', b = '']) =>
      words.filter((word) => word !== a && word !== b).map((word) => `(${b} OR ${word}) ${a}`)
    ),
    prefix: long.map((word) => `${cut(word, 0, Math.ceil(word.length * 0.6))}*`),
    wildcard: long.map((word) => `${cut(word, 0, 2)}*${cut(word, -2, word.length)}`),
    fuzzy: long.map((word) => `${misspelled(word)}~`),
    near: both((a, b) => `"${b} ${a}"~5`),
    title: fields('title', words)
  }
}

/** Two letters inside the word changed places. */
function misspelled(word: string): string {
  const letters = [...word]
  const at = Math.floor(letters.length / 2)
  const [first, second] = [letters[at - 1] ?? '', letters[at] ?? '']
  return [...letters.slice(0, at - 1), second, first, ...letters.slice(at + 1)].join('')
}

function fieldQueries(sample: ArchiveSample) {
  return {
    name: fields('name', sample.names),
    author: fields('author', sample.authors),
    publisher: fields('publisher', sample.publishers),
    from: fields('from', sample.senders),
    to: fields('to', sample.recipients),
    tag: fields('tag', sample.tags),
    folder: fields('folder', sample.folders),
    path: fields('path', sample.folders),
    language: fields('lang', sample.languageNames),
    type: fields('type', sample.types),
    regex: [
      ...sample.years.map((year) => `title:/${year.slice(0, 3)}[0-9]/`),
      ...sample.words.words.map((word) => `title:/^${word}/`)
    ]
  }
}

/** Languages whose readers write the Solar Hijri months, and those who write the Hijri ones, in Arabic letters. */
const SOLAR = /^(?:fa|prs|ckb|ps|azb|mzn|glk|lrc)\b/
const LUNAR = /^(?:ar|fa|prs|ur|ps)\b/

function dateQueries({ years, dates, languages }: ArchiveSample) {
  const isWritten = (pattern: RegExp): boolean => languages.some((language) => pattern.test(language))
  const months = dates.map((date) => date.slice(0, 7))
  return {
    year: fields('date', years),
    season: months.map((month) => valued('date', `${seasonOf(month)} ${month.slice(0, 4)}`)),
    'persian-date': dates.map((date) => valued('date', monthIn('persian', date, isWritten(SOLAR)))),
    'hijri-date': dates.map((date) => valued('date', monthIn('islamic', date, isWritten(LUNAR)))),
    range: months.map((month) => `date:${month}..${Number(month.slice(0, 4)) + 1}`),
    before: years.map((year) => `before:${Number(year) + 1}`)
  }
}

/** A winter goes by the year it begins in: January and February are of the one before. */
function seasonOf(month: string): string {
  const number = Number(month.slice(5, 7))
  return number <= 5 ? 'spring' : number <= 8 ? 'summer' : 'autumn'
}

const ARABIC_LETTERS = /^[\u0600-\u06ff]/

function monthIn(calendar: DateCalendar, date: string, isArabic: boolean): string {
  const { year, month } = inCalendar(date.length === 7 ? `${date}-15` : date, calendar) ?? { year: 1400, month: 1 }
  const names = MONTH_NAMES.filter((row) => row.calendar === calendar && row.number === month)
  const name = names.find((row) => ARABIC_LETTERS.test(row.name) === isArabic)?.name ?? ''
  const digits = isArabic ? new Intl.NumberFormat('fa', { useGrouping: false }).format(year) : String(year)
  return `${isArabic ? name : name.replace(/\b[a-z]/, (letter) => letter.toUpperCase())} ${digits}`
}

function propertyQueries() {
  return {
    has: ['has:attachment', 'has:image', 'has:ocr', 'has:tag', 'has:date'],
    is: ['is:starred', 'is:copy', 'is:unread'],
    size: ['size:>10mb', 'size:>1mb', 'size:>100kb', 'size:>10kb', 'size:>1kb'],
    pages: ['pages:>100', 'pages:>20', 'pages:>5', 'pages:>1', 'pages:1']
  }
}
