import { type InlineText, trimmedText } from '#engine/extract/blocks/trimmed-text'
import type { InlineRun } from '#shared/model/block'

type Style = Readonly<{ style: InlineRun['style']; href?: string }>

/** Builds the text of one block with its runs, collapsing white space as a browser does. Cost: linear, however small the pieces. */
export class InlineTextBuilder {
  #parts: string[] = []
  #length = 0
  /** The last character written; looking it up in the joined text would join it each time. */
  #last = '\n'
  #runs: InlineRun[] = []
  readonly #open: (Style & { start: number })[] = []

  write(raw: string): void {
    const collapsed = raw.replace(/[ \t\n\r\f]+/g, ' ')
    const text = (this.#last === ' ' || this.#last === '\n') && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    this.#add(text)
  }

  lineBreak(): void {
    if (this.#last === ' ') this.#dropSpace()
    this.#add('\n')
  }

  open(style: Style): void {
    this.#open.push({ ...style, start: this.#length })
  }

  close(): void {
    const style = this.#open.pop()
    if (style) this.#end(style)
  }

  /** The text so far without white space at its ends. Styles that are still open go on in the next text. */
  take(): InlineText {
    for (const style of this.#open) {
      this.#end(style)
      style.start = 0
    }
    const taken = trimmedText(this.#parts.join(''), this.#runs)
    this.#parts = []
    this.#length = 0
    this.#last = '\n'
    this.#runs = []
    return taken
  }

  #add(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
    this.#last = text.charAt(text.length - 1)
  }

  /** A space at the end of a line is not shown. Runs that ended behind it end before it. */
  #dropSpace(): void {
    this.#parts.push((this.#parts.pop() ?? '').slice(0, -1))
    this.#length--
    this.#runs = this.#runs.map((run) => (run.end > this.#length ? { ...run, end: this.#length } : run))
  }

  #end({ start, ...style }: Style & { start: number }): void {
    if (this.#length > start) this.#runs.push({ start, end: this.#length, ...style })
  }
}
