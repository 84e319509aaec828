import { readRecords } from '#shared/rollcall/read-records'

const DELIMITERS = [',', ';', '\t', '|'] as const
const SAMPLE = 128 * 1024
const SAMPLE_RECORDS = 200
/** At least this share of the records of a table has the same number of cells. */
const ALIKE = 0.6

const SEPARATOR_LINE = /^\ufeff?sep=([^"\w\s]|\t)\r?(?:\n|$)/

/** The separator that a first line `sep=;` names, as spreadsheets write it, and how many code units that line takes; null without one. */
export function statedDelimiter(text: string): Readonly<{ delimiter: string; length: number }> | null {
  const stated = SEPARATOR_LINE.exec(text.slice(0, 10))
  return stated?.[1] === undefined ? null : { delimiter: stated[1], length: stated[0].length }
}

/**
 * What separates the cells of a table: the delimiter that divides most records into the same number of cells. Null where nothing does,
 * and each line is one cell. Cost: bounded, whatever the length.
 */
export function guessDelimiter(text: string, candidates: readonly string[] = DELIMITERS): string | null {
  const sample = text.slice(0, SAMPLE)
  let best: Readonly<{ delimiter: string; share: number; width: number }> | null = null
  for (const delimiter of candidates) {
    const { share, width } = shapeOf(sample, delimiter)
    if (width < 2 || share < ALIKE) continue
    if (best === null || share > best.share || (share === best.share && width > best.width)) best = { delimiter, share, width }
  }
  return best?.delimiter ?? null
}

function shapeOf(sample: string, delimiter: string): Readonly<{ share: number; width: number }> {
  const widths = new Map<number, number>()
  let records = 0
  for (const { cells, isBroken } of readRecords(sample, delimiter)) {
    if (isBroken || (cells.length === 1 && cells[0]?.trim() === '')) continue
    records++
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
    if (records >= SAMPLE_RECORDS) break
  }
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  return { share: records === 0 ? 0 : count / records, width }
}
