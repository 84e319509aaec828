import { SaxesParser } from 'saxes'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import { CleanFault } from '#engine/extract/clean/clean-fault'
import { fileNameOf, isLocalPath } from '#engine/extract/clean/local-path'
import { xmlCharset } from '#engine/extract/xml/xml-charset'

const DEEPEST = 512
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export type XmlElement = Readonly<{
  /** Without its prefix. */
  name: string
  /** As written; names with their prefixes. */
  attributes: Readonly<Record<string, string>>
  /** The names of the elements around it, without prefixes, outermost first. */
  around: readonly string[]
}>

/** What becomes of an element: it stays, goes with all in it, stays with these attributes, or stays with another text. */
export type XmlFate =
  | Readonly<{ do: 'keep' | 'drop' }>
  | Readonly<{ do: 'change'; attributes: Readonly<Record<string, string>>; text?: string }>

export type XmlRule = (element: XmlElement) => XmlFate

export const KEEP: XmlFate = { do: 'keep' }
export const DROP: XmlFate = { do: 'drop' }

/** A name without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Writes an XML part anew, each element as the rule says. Comments and instructions to programs are left out, and of values of attributes
 * that name a place on somebody's computer only the name of the file stays. Throws `CleanFault` for what is not well-formed or declares
 * a document type: half a part would be a lie.
 */
export function rewriteXml(bytes: Uint8Array, rule: XmlRule): Uint8Array {
  const writer = new XmlWriter(rule)
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => writer.open(name, attributes, isSelfClosing))
  parser.on('closetag', ({ name, isSelfClosing }) => writer.close(name, isSelfClosing))
  parser.on('text', (text) => writer.text(text))
  parser.on('cdata', (text) => writer.text(text))
  parser.on('doctype', () => {
    throw new CleanFault('too-complex', 'A part of it declares a document type.')
  })
  parser.on('error', (error) => {
    throw new CleanFault('damaged', `A part of it is damaged: ${error.message.slice(0, 200)}`)
  })
  parser.write(openDecoder(xmlCharset(bytes)).decode(bytes)).close()
  return Buffer.from(HEAD + writer.written())
}

class XmlWriter {
  readonly #rule: XmlRule
  readonly #pieces: string[] = []
  readonly #around: string[] = []
  /** Depth at which an element that goes began; 0 while all stays. */
  #droppedAt = 0
  /** Depth of an element whose text is another. */
  #replacedAt = 0

  constructor(rule: XmlRule) {
    this.#rule = rule
  }

  open(name: string, attributes: Readonly<Record<string, string>>, isSelfClosing: boolean): void {
    if (this.#around.length >= DEEPEST) throw new CleanFault('too-complex', 'Its parts are nested too deep.')
    const local = localName(name)
    const isGone = this.#droppedAt > 0 || this.#replacedAt > 0
    const fate = isGone ? DROP : this.#rule({ name: local, attributes, around: this.#around })
    this.#around.push(local)
    if (isGone) return
    if (fate.do === 'drop') {
      this.#droppedAt = this.#around.length
      return
    }
    const kept = fate.do === 'change' ? fate.attributes : attributes
    const written = Object.entries(kept).map(([key, value]) => ` ${key}="${attributeText(withoutPath(value))}"`)
    this.#pieces.push(`<${name}${written.join('')}${isSelfClosing ? '/' : ''}>`)
    if (fate.do !== 'change' || fate.text === undefined || isSelfClosing) return
    this.#pieces.push(elementText(fate.text))
    this.#replacedAt = this.#around.length
  }

  close(name: string, isSelfClosing: boolean): void {
    const depth = this.#around.length
    this.#around.pop()
    if (this.#droppedAt > 0) {
      if (this.#droppedAt === depth) this.#droppedAt = 0
      return
    }
    if (this.#replacedAt > 0 && this.#replacedAt < depth) return
    this.#replacedAt = 0
    if (!isSelfClosing) this.#pieces.push(`</${name}>`)
  }

  text(text: string): void {
    if (this.#around.length > 0 && this.#droppedAt === 0 && this.#replacedAt === 0) this.#pieces.push(elementText(text))
  }

  written(): string {
    return this.#pieces.join('')
  }
}

const withoutPath = (value: string): string => (isLocalPath(value) ? fileNameOf(value) : value)

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}
const attributeText = (value: string): string => value.replace(/[&<>"\t\n\r]/g, (letter) => ESCAPES[letter] ?? letter)
const elementText = (value: string): string => value.replace(/[&<>\r]/g, (letter) => ESCAPES[letter] ?? letter)
