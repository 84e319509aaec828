const CELL = '\u0000'

/** Collects lines without white space at their ends and without empty ones. */
export class LineWriter {
  readonly #lines: string[] = []
  #parts: string[] = []

  /** Text inside the line; its line breaks are spaces. */
  write(text: string): void {
    this.#parts.push(text)
  }

  /** Text whose line breaks count. */
  writeLines(text: string): void {
    text.split(/\r\n|\r|\n/).forEach((line, index) => {
      if (index > 0) this.end()
      this.#parts.push(line)
    })
  }

  /** What follows is another cell of the row. */
  cell(): void {
    if (this.#parts.length > 0) this.#parts.push(CELL)
  }

  end(): void {
    if (this.#parts.length === 0) return
    const joined = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('')
    this.#parts = []
    const line = joined.includes(CELL) ? cells(joined) : collapseSpace(joined)
    if (line !== '') this.#lines.push(line)
  }

  /** All lines, joined by line breaks. */
  finish(): string {
    this.end()
    return this.#lines.join('\n')
  }
}

function cells(text: string): string {
  return text
    .split(CELL)
    .map(collapseSpace)
    .filter((cell) => cell !== '')
    .join('\t')
}

/** White space as a browser shows it: runs become one space, none at the ends. */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim()
}
