import type { Sheet } from '#renderer/features/reader/table/sheets.ts'

/** Rows that are looked at: the first ones, and as many spread over the rest. */
const SAMPLE = 200
const PER_CHARACTER = 7.8
const PADDING = 24
const NARROWEST = 64
const WIDEST = 300

/** A width for each column in pixels, by the cells of some hundred rows. Cost: those rows. */
export function columnWidths({ header, rows, columns }: Sheet): readonly number[] {
  const longest = new Array<number>(columns).fill(0)
  const stride = Math.max(1, Math.floor(rows.length / SAMPLE))
  const sample = [...(header === null ? [] : [header]), ...rows.slice(0, SAMPLE), ...rows.filter((_, row) => row % stride === 0)]
  for (const { text } of sample) {
    let column = 0
    for (const cell of text.split('\t')) {
      if (cell.length > (longest[column] ?? 0)) longest[column] = cell.length
      column++
    }
  }
  return longest.map((length) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, length * PER_CHARACTER + PADDING))))
}
