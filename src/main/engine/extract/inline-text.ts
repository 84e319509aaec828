import type { InlineRun } from '#shared/model/block'

type Style = Readonly<{ style: InlineRun['style']; href?: string }>

export type InlineText = Readonly<{ text: string; inline: readonly InlineRun[] }>

/** Builds the text of one block with its runs, collapsing white space as a browser does. */
export class InlineTextBuilder {
  #text = ''
  #runs: InlineRun[] = []
  readonly #open: (Style & { start: number })[] = []

  /** True when nothing but white space was written since the last `take`. */
  get isEmpty(): boolean {
    return this.#text.trim() === ''
  }

  write(raw: string): void {
    const text = raw.replace(/[ \t\n\r\f]+/g, ' ')
    const last = this.#text.at(-1)
    const afterSpace = last === undefined || last === ' ' || last === '\n'
    this.#text += afterSpace && text.startsWith(' ') ? text.slice(1) : text
  }

  lineBreak(): void {
    this.#text = `${this.#text.replace(/ $/, '')}\n`
  }

  open(style: Style): void {
    this.#open.push({ ...style, start: this.#text.length })
  }

  close(): void {
    const style = this.#open.pop()
    if (style) this.#add(style)
  }

  /** The text so far without white space at its ends. Styles that are still open go on in the next text. */
  take(): InlineText {
    for (const style of this.#open) this.#add(style)
    const raw = this.#text
    const text = raw.trim()
    const cut = raw.length - raw.trimStart().length
    const inline = this.#runs
      .map((run) => ({ ...run, start: Math.max(run.start - cut, 0), end: Math.min(run.end - cut, text.length) }))
      .filter((run) => run.end > run.start)
      .sort((a, b) => a.start - b.start || b.end - a.end)
    this.#text = ''
    this.#runs = []
    for (const style of this.#open) style.start = 0
    return { text, inline }
  }

  #add({ start, ...style }: Style & { start: number }): void {
    if (this.#text.length > start) this.#runs.push({ start, end: this.#text.length, ...style })
  }
}
