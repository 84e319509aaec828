import { readRecords } from '#engine/extract/csv/read-records'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Characters and records looked at from the beginning. */
const SAMPLE = 128 * 1024
const SAMPLE_RECORDS = 200

/** At least this share of the records has the same number of values in a table. */
const ALIKE = 0.5
/** Tables whose programs leave out empty values at the end of records have at least three values in most of them. */
const MOSTLY_WIDE = 0.8

type Shape = Readonly<{ delimiter: string; share: number; width: number; isTable: boolean }>

/** The delimiter of a text, if it is a table at all: the one that divides most records into the same number of values. */
export function findDelimiter(text: string): string | undefined {
  const sample = text.length <= SAMPLE ? text : text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE)
  const shapes = DELIMITERS.map((delimiter) => shapeOf(sample, delimiter)).filter(({ isTable }) => isTable)
  const best = shapes.sort((a, b) => b.share - a.share || b.width - a.width)
  // Where commas stand in numbers, something else stands between the values.
  if (best[0]?.delimiter === ',' && best[1]?.share === best[0].share && hasDecimalCommas(sample)) return best[1].delimiter
  return best[0]?.delimiter
}

function hasDecimalCommas(sample: string): boolean {
  return (sample.match(/\d,\d/g)?.length ?? 0) > (sample.split(',').length - 1) / 2
}

function shapeOf(sample: string, delimiter: string): Shape {
  const widths = new Map<number, number>()
  let records = 0
  let wide = 0
  let read = 0
  for (const values of readRecords(sample, delimiter)) {
    if (++read > SAMPLE_RECORDS) break
    if (values.length === 1 && values[0]?.trim() === '') continue
    records++
    if (values.length > 2) wide++
    widths.set(values.length, (widths.get(values.length) ?? 0) + 1)
  }
  const [width, count] = [...widths].filter(([values]) => values > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  const share = records === 0 ? 0 : count / records
  const isTable = width > 1 && (share >= ALIKE || wide / records >= MOSTLY_WIDE) && !isProse(sample, delimiter)
  return { delimiter, share, width, isTable }
}

/** In sentences a space follows nearly every comma, and much stands between two of them, or lines end as sentences do. */
function isProse(sample: string, delimiter: string): boolean {
  if ((delimiter !== ',' && delimiter !== ';') || sample.includes('"')) return false
  const pieces = sample.split(delimiter)
  const spaced = pieces.slice(1).filter((piece) => piece.startsWith(' ')).length
  if (spaced <= (pieces.length - 1) * 0.8) return false
  const lines = sample.split('\n').filter((line) => line.trim() !== '')
  const sentences = lines.filter((line) => /[.!?:\u061f\u06d4]$/.test(line.trimEnd())).length
  return sample.length / pieces.length > 24 || sentences > lines.length / 2
}
