import type { Attributes } from '#engine/extract/xml/read-xml'

/** What the Reader needs of a style, after its parents; undefined where none of them says. */
export type OdfStyle = Readonly<{
  bold: boolean | undefined
  italic: boolean | undefined
  hidden: boolean | undefined
  direction: 'ltr' | 'rtl' | undefined
  /** Names of the style and its parents, nearest first, `_20_` and the like decoded. */
  names: readonly string[]
}>

type Written = {
  parent: string | undefined
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  direction?: 'ltr' | 'rtl'
}

/** One level of a list style. */
export type ListLevel = Readonly<{ isNumbered: boolean; start: number }>

const NO_STYLE: OdfStyle = { bold: undefined, italic: undefined, hidden: undefined, direction: undefined, names: [] }

/** Styles derive from styles that derive from styles; loops and hostile chains end here. */
const MOST_PARENTS = 20
/** Documents have hundreds; one made to fill memory has millions. */
const MOST_STYLES = 200_000

/** Reads the styles of a document, from all parts that hold some, and answers what a named style means. */
export class OdfStyles {
  readonly #styles = new Map<string, Written>()
  readonly #lists = new Map<string, Map<number, ListLevel>>()
  readonly #resolved = new Map<string, OdfStyle>()
  #current: Written | undefined
  #list: Map<number, ListLevel> | undefined
  /** Languages of the default paragraph style: of western, complex (Arabic, Hebrew, Indic) and Asian text. */
  readonly languages: Partial<Record<'western' | 'complex' | 'asian', string | undefined>> = {}
  #isDefaultParagraph = false
  isPageRtl = false

  /** To be told of every element inside `office:styles`, `office:automatic-styles` and `office:master-styles`. */
  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style:style':
      case 'style:default-style':
        this.#begin(name === 'style:style' ? attributes['style:name'] : '', attributes)
        break
      case 'style:text-properties':
        this.#textProperties(attributes)
        break
      case 'style:paragraph-properties':
      case 'style:page-layout-properties':
        this.#writingMode(name, attributes['style:writing-mode'])
        break
      case 'text:list-style':
      case 'text:outline-style':
        this.#list = new Map()
        if (this.#lists.size < MOST_STYLES) this.#lists.set(attributes['style:name'] ?? '', this.#list)
        break
      case 'text:list-level-style-number':
      case 'text:list-level-style-bullet':
      case 'text:list-level-style-image':
        this.#list?.set(Number(attributes['text:level']) || 1, {
          isNumbered: name.endsWith('number') && (attributes['style:num-format'] ?? '') !== '',
          start: Number(attributes['text:start-value'] ?? 1) || 0
        })
        break
    }
  }

  close(name: string): void {
    if (name === 'style:style' || name === 'style:default-style') {
      this.#current = undefined
      this.#isDefaultParagraph = false
    } else if (name === 'text:list-style') this.#list = undefined
  }

  find(family: 'paragraph' | 'text', name: string | undefined): OdfStyle {
    if (name === undefined) return NO_STYLE
    const key = `${family} ${name}`
    const known = this.#resolved.get(key)
    if (known) return known
    const style = this.#resolve(family, name)
    this.#resolved.set(key, style)
    return style
  }

  listLevel(style: string | undefined, level: number): ListLevel | undefined {
    return style === undefined ? undefined : this.#lists.get(style)?.get(level)
  }

  #begin(name: string | undefined, attributes: Attributes): void {
    const family = attributes['style:family']
    this.#current = { parent: attributes['style:parent-style-name'] }
    this.#isDefaultParagraph = name === '' && family === 'paragraph'
    if (name === undefined || this.#styles.size >= MOST_STYLES) return
    this.#styles.set(`${family} ${name}`, this.#current)
    // A part read later may define a name anew, for its own text.
    if (this.#resolved.size > 0) this.#resolved.clear()
  }

  #resolve(family: string, name: string): OdfStyle {
    const resolved: { -readonly [Key in keyof Omit<OdfStyle, 'names'>]?: OdfStyle[Key] } = {}
    const names: string[] = []
    let next: string | undefined = name
    for (let steps = 0; next !== undefined && steps < MOST_PARENTS; steps++) {
      const style = this.#styles.get(`${family} ${next}`)
      names.push(decodeName(next))
      resolved.bold ??= style?.bold
      resolved.italic ??= style?.italic
      resolved.hidden ??= style?.hidden
      resolved.direction ??= style?.direction
      next = style?.parent
    }
    const { bold, italic, hidden, direction } = resolved
    return { bold, italic, hidden, direction, names }
  }

  #textProperties(attributes: Attributes): void {
    if (this.#isDefaultParagraph) {
      const { languages } = this
      languages.western = tagOf(attributes['fo:language'], attributes['fo:country'])
      languages.complex = tagOf(attributes['style:language-complex'], attributes['style:country-complex'])
      languages.asian = tagOf(attributes['style:language-asian'], attributes['style:country-asian'])
    }
    const style = this.#current
    if (!style) return
    const weights = [attributes['fo:font-weight'], attributes['style:font-weight-complex']].filter((one) => one !== undefined)
    if (weights.length > 0) style.bold = weights.some((weight) => weight === 'bold' || Number(weight) >= 600)
    const slants = [attributes['fo:font-style'], attributes['style:font-style-complex']].filter((one) => one !== undefined)
    if (slants.length > 0) style.italic = slants.some((slant) => slant === 'italic' || slant === 'oblique')
    const display = attributes['text:display']
    if (display !== undefined) style.hidden = display === 'none'
  }

  #writingMode(element: string, mode: string | undefined): void {
    if (mode === undefined) return
    const direction = /^(?:rl|rl-tb)$/.test(mode) ? 'rtl' : /^(?:lr|lr-tb)$/.test(mode) ? 'ltr' : undefined
    if (element === 'style:page-layout-properties') this.isPageRtl ||= direction === 'rtl'
    else if (this.#current && direction) this.#current.direction = direction
  }
}

/** `Text_20_body` is "Text body": characters that names must not have are written as their numbers. */
function decodeName(name: string): string {
  return name.replace(/_([0-9a-f]{2,4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function tagOf(language: string | undefined, country: string | undefined): string | undefined {
  if (!language || !/^[a-z]{2,3}$/.test(language) || language === 'zxx') return undefined
  return country && /^[A-Z]{2}$/.test(country) ? `${language}-${country}` : language
}
