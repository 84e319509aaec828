const MOST_STYLES = 20_000

type Style = { number: number | undefined; name: string; outline: number | undefined }

/** The style sheet, as far as it tells headings from other text. */
export class RtfStyles {
  readonly #levels = new Map<number, number>()
  #open: Style | undefined

  /** Begins an entry; the returned function ends it. */
  begin(): () => void {
    const outer = this.#open
    const style: Style = { number: undefined, name: '', outline: undefined }
    this.#open = style
    return () => {
      this.#open = outer
      const level = levelOf(style)
      if (style.number !== undefined && level !== undefined && this.#levels.size < MOST_STYLES) {
        this.#levels.set(style.number, level)
      }
    }
  }

  word(name: string, value: number | undefined): void {
    if (!this.#open) return
    if (name === 's') this.#open.number = value
    else if (name === 'outlinelevel') this.#open.outline = value
  }

  text(text: string): void {
    if (this.#open && this.#open.name.length < 200) this.#open.name += text
  }

  /** The level of headings in this style; a paragraph's own outline level goes before. Undefined for other text. */
  headingLevel(style: number | undefined, outline: number | undefined): number | undefined {
    if (outline !== undefined) return outline >= 0 && outline < 9 ? Math.min(outline + 1, 6) : undefined
    return style === undefined ? undefined : this.#levels.get(style)
  }
}

function levelOf({ name, outline }: Style): number | undefined {
  const plain = name.replace(/;.*$/s, '').trim()
  const numbered = /^heading (\d)$/i.exec(plain)?.[1]
  if (numbered !== undefined) return Math.min(Math.max(Number(numbered), 1), 6)
  if (outline !== undefined && outline >= 0 && outline < 9) return Math.min(outline + 1, 6)
  return /^title$/i.test(plain) ? 1 : undefined
}
