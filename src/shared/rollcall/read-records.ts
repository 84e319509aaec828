import { MOST_COLUMNS } from '#shared/rollcall/limits'

/** `number` is the line of the file it begins on, from 1. `isBroken`: a quote was opened and not closed; then `cells` is its first line. */
export type ListRecord = Readonly<{ number: number; cells: readonly string[]; isBroken: boolean }>

/** A record reaches over so many lines and code units at most, or its quote counts as never closed. */
const MOST_LINES_OF_RECORD = 20
const LONGEST_RECORD = 20_000

const QUOTE = 0x22
const RETURN = 0x0d
const NEWLINE = 0x0a

/**
 * Reads the records of separated values (RFC 4180). With `delimiter` null each line is a record of one cell and quotes are characters.
 *
 * Other than the reader of documents it reports a broken quote in place of forgiving it, and goes on with the next line, so that one
 * bad line costs no other. Cost: linear; a broken record is looked at for at most 20 lines. Cells beyond `MOST_COLUMNS` are left out.
 */
export function* readRecords(text: string, delimiter: string | null): Generator<ListRecord> {
  const reader = new RecordReader(text, delimiter)
  for (let record = reader.next(); record !== undefined; record = reader.next()) yield record
}

class RecordReader {
  readonly #text: string
  /** No code unit where there is no delimiter. */
  readonly #delimiter: number
  readonly #hasQuotes: boolean
  #at: number
  #line = 1

  constructor(text: string, delimiter: string | null) {
    this.#text = text
    this.#delimiter = delimiter === null ? -1 : delimiter.charCodeAt(0)
    this.#hasQuotes = delimiter !== null
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  }

  next(): ListRecord | undefined {
    if (this.#at >= this.#text.length) return undefined
    const start = this.#at
    const number = this.#line
    const cells: string[] = []
    for (;;) {
      const cell = this.#cell(start)
      if (cell === undefined) return this.#broken(start, number)
      cells.push(cell)
      if (this.#text.charCodeAt(this.#at) !== this.#delimiter) break
      this.#at++
      if (cells.length < MOST_COLUMNS) continue
      this.#at = this.#endOfLine(this.#at)
      break
    }
    this.#endLine()
    return { number, cells, isBroken: false }
  }

  /** Undefined where its quote is not closed as it should be. */
  #cell(startOfRecord: number): string | undefined {
    const text = this.#text
    const start = this.#at
    if (!this.#hasQuotes || text.charCodeAt(start) !== QUOTE) {
      let end = start
      while (!this.#isEnd(text.charCodeAt(end))) end++
      this.#at = end
      return text.slice(start, end)
    }
    const limit = startOfRecord + LONGEST_RECORD
    let isDoubled = false
    for (let at = text.indexOf('"', start + 1); at >= 0 && at < limit; at = text.indexOf('"', at + 2)) {
      if (text.charCodeAt(at + 1) === QUOTE) {
        isDoubled = true
        continue
      }
      if (!this.#isEnd(text.charCodeAt(at + 1))) return undefined
      const raw = text.slice(start + 1, at)
      if (!this.#countLines(raw)) return undefined
      this.#at = at + 1
      return isDoubled ? raw.replaceAll('""', '"') : raw
    }
    return undefined
  }

  /** False where they are more than a record has. */
  #countLines(raw: string): boolean {
    const lines = raw.includes('\n') || raw.includes('\r') ? raw.split(/\r\n|\r|\n/).length - 1 : 0
    this.#line += lines
    return lines <= MOST_LINES_OF_RECORD
  }

  #broken(start: number, number: number): ListRecord {
    const end = this.#endOfLine(start)
    this.#at = end
    this.#line = number
    this.#endLine()
    return { number, cells: [this.#text.slice(start, end)], isBroken: true }
  }

  #endOfLine(from: number): number {
    let at = from
    for (let unit = this.#text.charCodeAt(at); unit !== NEWLINE && unit !== RETURN && !Number.isNaN(unit); ) {
      at++
      unit = this.#text.charCodeAt(at)
    }
    return at
  }

  #endLine(): void {
    if (this.#text.charCodeAt(this.#at) === RETURN && this.#text.charCodeAt(this.#at + 1) === NEWLINE) this.#at++
    this.#at++
    this.#line++
  }

  #isEnd(unit: number): boolean {
    return unit === this.#delimiter || unit === NEWLINE || unit === RETURN || Number.isNaN(unit)
  }
}
