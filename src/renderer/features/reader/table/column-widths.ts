import type { Sheet } from '#renderer/features/reader/table/sheets.ts'

const SAMPLE = 200
const PER_CHARACTER = 7
const PADDING = 18
const NARROWEST = 56
const WIDEST = 300

/** A width for each column in pixels, by the cells of the first rows. Cost: those rows. */
export function columnWidths({ header, rows, columns }: Sheet): readonly number[] {
  const longest = new Array<number>(columns).fill(0)
  const sample = header === null ? rows.slice(0, SAMPLE) : [header, ...rows.slice(0, SAMPLE)]
  for (const { text } of sample) {
    let column = 0
    for (const cell of text.split('\t')) {
      if (cell.length > (longest[column] ?? 0)) longest[column] = cell.length
      column++
    }
  }
  return longest.map((length) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, length * PER_CHARACTER + PADDING))))
}
