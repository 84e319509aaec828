/** What reads text before any format does, and what a person types: never fails on anything, and says only what it may say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '#engine/extract/charset/charset'
import { prescanCharset } from '#engine/extract/charset/meta-prescan'
import { findDateLine } from '#engine/extract/dates/date-line'
import { findWrittenDate, parseDate } from '#engine/extract/dates/dates'
import { FORMATS } from '#engine/extract/formats'
import { HEAD_BYTES, recogniseMediaType } from '#engine/extract/recognise/media-type'
import { readTextList } from '#shared/rollcall/read-text-list'
import { parseDateRange } from '#shared/text/date-range/parse-date-range'
import { CASES, type Case, checkProperty, eachCase, report, SEED } from '#tests/support/fuzz/cases'
import { mutated } from '#tests/support/fuzz/mutate'
import { type Seed, seedsOf } from '#tests/support/fuzz/seeds'

const TIME = { timeout: 3_600_000 }

/** One more changed golden file of these formats. */
function changedFile(seeds: readonly Seed[], { number, random }: Case): { name: string; bytes: Buffer } {
  const seed = seeds[random.next().value % seeds.length] as Seed
  const other = seeds[random.next().value % seeds.length] as Seed
  return {
    name: `${number}${random.next().value % 2 ? seed.extension : other.extension}`,
    bytes: mutated(seed.bytes, other.bytes, random)
  }
}

test('recognising says a media type for any file', TIME, async () => {
  const seeds = seedsOf(Object.keys(FORMATS))
  const cases = await eachCase('recognise', async (one) => {
    const { name, bytes } = changedFile(seeds, one)
    const middle = bytes.length > HEAD_BYTES ? bytes.subarray(bytes.length / 2, bytes.length / 2 + 1000) : Buffer.alloc(0)
    const type = await recogniseMediaType(bytes.subarray(0, HEAD_BYTES), middle, name)
    expect(type).toMatch(/^[a-z]+\/[\w.+-]+$/)
  })
  report({ target: 'recognise', wanted: CASES, cases })
})

test('decoding gives text for any bytes, under any declaration', TIME, async () => {
  const labels = fc.sample(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        'utf-16',
        'utf-7',
        'x-user-defined',
        'replacement',
        'gb18030',
        'ISO-2022-JP',
        'windows-1256',
        'hz',
        '\0',
        '__proto__'
      )
    ),
    { numRuns: 200, seed: SEED }
  )
  const seeds = seedsOf(['charset', 'text', 'html', 'csv', 'markdown'])
  const cases = await eachCase('charset', async (one) => {
    const { bytes } = changedFile(seeds, one)
    const at = one.number
    const [chosen, declared] = [labels[at % 200] ?? null, labels[(at * 7) % 200] ?? null]
    for (const [one, other] of [
      [chosen, null],
      [null, declared],
      [null, null]
    ] as const) {
      const { text, charset } = await decodeText(bytes, one, at % 2 === 0, other)
      expect(typeof text).toBe('string')
      expect(charset).toMatch(/^[\w-]+$/)
    }
    prescanCharset(bytes)
  })
  report({ target: 'charset', wanted: CASES, cases })
})

const DATE_WORDS = [
  '1988',
  '١٩٨٨',
  '۱۳۶۷',
  '19',
  '/',
  '-',
  '.',
  '..',
  'July',
  'juillet',
  'مرداد',
  'تموز',
  'summer',
  'late',
  'before',
  'between',
  'and',
  'to',
  'du',
  'au',
  '1980s',
  'دهه',
  'ذی‌الحجه',
  'AH',
  'BC',
  '99999999999',
  '0',
  '-1',
  '2024-02-30',
  '\u200c',
  '\u202e',
  '\0',
  ',',
  'th',
  'T00:00:00Z'
]
const date = fc.oneof(
  fc.array(fc.constantFrom(...DATE_WORDS, ' ', ' '), { maxLength: 12 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 60 })
)
const DAY = /^\d{4}-\d{2}-\d{2}$/

test('dates in words are a range in order, a date that exists, or nothing', TIME, async () => {
  await checkProperty(
    'dates',
    fc.property(date, (text) => {
      const range = parseDateRange(text)
      if (range) {
        for (const end of [range.from, range.to]) if (end !== null) expect(end).toMatch(DAY)
        if (range.from !== null && range.to !== null) expect(range.from <= range.to).toBe(true)
      }
      for (const found of [parseDate(text), findDateLine(text), findWrittenDate(text)?.date])
        if (found) expect(found).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?/)
    })
  )
})

const CELLS = [
  'Roya Nehrin',
  'خاوران',
  'name',
  'نام',
  ',',
  ';',
  '\t',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  'sep=,',
  '=1+1',
  '@x',
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  'a'.repeat(400),
  '|',
  ' ',
  "'"
]
const list = fc.oneof(
  fc.array(fc.constantFrom(...CELLS), { maxLength: 60 }).map((cells) => cells.join('')),
  fc.string({ unit: 'binary', maxLength: 200 })
)

test('a list for a roll-call is read line by line, whatever is in it', TIME, async () => {
  const column = fc.constantFrom<number | 'whole' | null>('whole', null, 0, 1, 255)
  await checkProperty(
    'roll-call lists',
    fc.property(
      list,
      fc.constantFrom('lines' as const, 'table' as const, 'pasted' as const),
      column,
      fc.boolean(),
      (text, kind, chosen, header) => {
        const reading = readTextList(text, kind, { sheet: null, column: chosen, header }, 'names')
        for (const line of reading.lines) expect(typeof line.text).toBe('string')
      }
    )
  )
})
