/** The longest text between quotes; spreadsheets end cells at 32,767 characters. Beyond it an opening quote is taken for a character. */
const LONGEST_QUOTED = 100_000

const QUOTE = 0x22
const RETURN = 0x0d
const NEWLINE = 0x0a

/**
 * Reads the records of a text with separated values (RFC 4180, and what programs write besides). Quotes count at the beginning of a
 * value and before its end; one that is never closed is a character like others, so that it can not swallow what follows. An empty line
 * is a record with one empty value. Cost: linear, whatever the quotes.
 */
export function* readRecords(text: string, delimiter: string): Generator<string[]> {
  const reader = new RecordReader(text, delimiter)
  for (let record = reader.next(); record !== undefined; record = reader.next()) yield record
}

class RecordReader {
  readonly #text: string
  readonly #delimiter: number
  #at = 0
  /** No quote before here closes a value; remembered so that a million unclosed ones are not each looked for again. */
  #noCloserBefore = 0
  /** Quotes that open before here are never closed properly. */
  #hopelessBefore = 0
  #nextNewline = -1

  constructor(text: string, delimiter: string) {
    this.#text = text
    this.#delimiter = delimiter.charCodeAt(0)
  }

  next(): string[] | undefined {
    if (this.#at >= this.#text.length) return undefined
    const values: string[] = []
    for (;;) {
      values.push(this.#value())
      const ended = this.#text.charCodeAt(this.#at)
      if (ended === this.#delimiter) {
        this.#at++
        continue
      }
      if (ended === RETURN && this.#text.charCodeAt(this.#at + 1) === NEWLINE) this.#at++
      this.#at++
      return values
    }
  }

  #value(): string {
    const start = this.#at
    if (this.#text.charCodeAt(start) === QUOTE) {
      const close = this.#closer(start)
      if (close !== undefined) {
        this.#at = close + 1
        const quoted = this.#text.slice(start + 1, close)
        return quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted
      }
    }
    while (!this.#isEnd(this.#at)) this.#at++
    return this.#text.slice(start, this.#at)
  }

  /**
   * The quote that closes the one at `open`: the last of an odd run before a delimiter or the end of a line. Inside, quotes are doubled.
   * Programs that forget this are forgiven on one line; a single quote on a later line tells that the first was never closed.
   */
  #closer(open: number): number | undefined {
    const own = this.#endOfRun(open)
    // A run at the beginning closes itself when it is even: "" is an empty value, """" a quote.
    if (this.#isEnd(own) && (own - open) % 2 === 0) return own - 1
    if (open < this.#hopelessBefore) return undefined
    if (this.#nextNewline < open) this.#nextNewline = indexOrEnd(this.#text, '\n', open)
    const end = Math.min(open + LONGEST_QUOTED, this.#text.length)
    let at = Math.max(own, this.#noCloserBefore)
    while (at < end) {
      const quote = this.#text.indexOf('"', at)
      if (quote < 0 || quote >= end) break
      at = this.#endOfRun(quote)
      if ((at - quote) % 2 === 0) continue
      if (this.#isEnd(at)) return at - 1
      if (quote > this.#nextNewline) {
        this.#hopelessBefore = this.#text.lastIndexOf('\n', quote)
        return undefined
      }
    }
    this.#noCloserBefore = Math.max(this.#noCloserBefore, end)
    return undefined
  }

  #endOfRun(quote: number): number {
    let at = quote + 1
    while (this.#text.charCodeAt(at) === QUOTE) at++
    return at
  }

  #isEnd(at: number): boolean {
    const unit = this.#text.charCodeAt(at)
    return unit === this.#delimiter || unit === NEWLINE || unit === RETURN || Number.isNaN(unit)
  }
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at < 0 ? text.length : at
}
