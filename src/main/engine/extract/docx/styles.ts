import type { Package } from '#engine/extract/ooxml/open-package'
import type { Attributes } from '#engine/extract/xml/read-xml'

/** How a style sheet lets text look; undefined where it says nothing. */
export type Look = Readonly<{ bold?: boolean; italic?: boolean; hidden?: boolean; bidi?: boolean }>

/** The list that a style puts its paragraphs into, and how deep; undefined where it says nothing. */
export type NumberingOfStyle = Readonly<{ numId: string | undefined; level: number | undefined }>

type Style = {
  name: string
  basedOn: string | undefined
  outline: number | undefined
  numId: string | undefined
  level: number | undefined
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  bidi?: boolean
}

/** What a paragraph style makes of a paragraph. */
export type ParagraphKind = Readonly<{ kind: 'paragraph' | 'heading' | 'quote' | 'caption'; level?: number; isTitle?: boolean }>

const QUOTES = new Set(['quote', 'intensequote', 'quotations', 'blocktext', 'blockquotation'])
const LONGEST_CHAIN = 12
const DEEPEST_HEADING = 6

/** The styles of a document, with everything looked up along `basedOn`, and the languages it declares. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  readonly #kinds = new Map<string, ParagraphKind>()
  readonly #looks = new Map<string, Look>()
  #defaultParagraph = ''
  #defaultBidi = false
  language: string | null = null
  bidiLanguage: string | null = null

  constructor(opened: Package, part: string | undefined) {
    if (part === undefined) return
    let style: Style | undefined
    let isSkipped = 0
    opened.readNow(part, {
      open: (name, attributes) => {
        if (isSkipped > 0 || name.endsWith('Change') || name === 'w:tblStylePr') isSkipped++
        else if (name === 'w:style') style = this.#begin(attributes)
        else if (style) fill(style, name, attributes)
        else if (name === 'w:lang') this.#languages(attributes)
        else if (name === 'w:bidi') this.#defaultBidi = isOn(attributes)
      },
      close: (name) => {
        if (isSkipped > 0) isSkipped--
        else if (name === 'w:style') style = undefined
      }
    })
  }

  /** What paragraphs of this style are; the empty id stands for no style. */
  kindOf(id: string): ParagraphKind {
    const known = this.#kinds.get(id)
    if (known) return known
    const kind = this.#findKind(id)
    this.#kinds.set(id, kind)
    return kind
  }

  lookOf(id: string): Look {
    const known = this.#looks.get(id)
    if (known) return known
    const look: Look = Object.assign(
      {},
      ...this.#chain(id)
        .reverse()
        .map(({ bold, italic, hidden, bidi }) => defined({ bold, italic, hidden, bidi }))
    )
    this.#looks.set(id, look)
    return look
  }

  /** The list that a style puts its paragraphs into. */
  numberingOf(id: string): NumberingOfStyle {
    const chain = this.#chain(id)
    return {
      numId: chain.find(({ numId }) => numId !== undefined)?.numId,
      level: chain.find(({ level }) => level !== undefined)?.level
    }
  }

  /** Whether paragraphs of this style run from right to left. */
  isBidi(id: string): boolean {
    return this.lookOf(id === '' ? this.#defaultParagraph : id).bidi ?? this.#defaultBidi
  }

  #begin(attributes: Attributes): Style {
    const id = attributes['w:styleId'] ?? ''
    const style: Style = { name: id, basedOn: undefined, outline: undefined, numId: undefined, level: undefined }
    this.#styles.set(id, style)
    if (attributes['w:type'] === 'paragraph' && isOn({ 'w:val': attributes['w:default'] ?? '0' })) this.#defaultParagraph = id
    return style
  }

  #languages(attributes: Attributes): void {
    this.language ??= attributes['w:val'] ?? null
    this.bidiLanguage ??= attributes['w:bidi'] ?? null
  }

  /** The style and those it is based on, nearest first. */
  #chain(id: string): Style[] {
    const chain: Style[] = []
    for (let at = this.#styles.get(id); at && chain.length < LONGEST_CHAIN; at = this.#styles.get(at.basedOn ?? '')) {
      if (chain.includes(at)) break
      chain.push(at)
    }
    return chain
  }

  #findKind(id: string): ParagraphKind {
    if (id === '') return { kind: 'paragraph' }
    const chain = this.#chain(id)
    // Many programs write documents without the styles they use: then the id is all there is, and it is the usual one.
    for (const name of chain.length === 0 ? [id] : chain.map((style) => style.name)) {
      const kind = kindOfName(name)
      if (kind) return kind
    }
    const outline = chain.find((style) => style.outline !== undefined)?.outline
    return headingOf(outline) ?? { kind: 'paragraph' }
  }
}

/** A heading for an outline level (0 to 8) as the format writes it; undefined for running text. */
export function headingOf(outline: number | undefined): ParagraphKind | undefined {
  if (outline === undefined || !(outline >= 0 && outline <= 8)) return undefined
  return { kind: 'heading', level: Math.min(outline + 1, DEEPEST_HEADING) }
}

/** Built-in styles keep their English names in files, whatever the language of the program shows and writes as ids. */
function kindOfName(name: string): ParagraphKind | undefined {
  const plain = name.toLowerCase().replace(/[\s_-]+/g, '')
  const level = /^heading([1-9])$/.exec(plain)?.[1]
  if (level !== undefined) return headingOf(Number(level) - 1)
  if (plain === 'title') return { kind: 'heading', level: 1, isTitle: true }
  if (plain === 'subtitle') return { kind: 'heading', level: 2 }
  if (QUOTES.has(plain)) return { kind: 'quote', level: 1 }
  return plain === 'caption' ? { kind: 'caption' } : undefined
}

function fill(style: Style, name: string, attributes: Attributes): void {
  const value = attributes['w:val']
  if (name === 'w:name') style.name = value ?? style.name
  else if (name === 'w:basedOn') style.basedOn = value
  else if (name === 'w:outlineLvl') style.outline = Number(value)
  else if (name === 'w:numId') style.numId = value
  else if (name === 'w:ilvl') style.level = Number(value)
  else if (name === 'w:b') style.bold = isOn(attributes)
  else if (name === 'w:i') style.italic = isOn(attributes)
  else if (name === 'w:vanish') style.hidden = isOn(attributes)
  else if (name === 'w:bidi') style.bidi = isOn(attributes)
}

/** Whether a property that is either there or not is there. */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val']
  return value === undefined || !(value === '0' || value === 'false' || value === 'off')
}

function defined(look: { [name in keyof Look]: boolean | undefined }): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}
