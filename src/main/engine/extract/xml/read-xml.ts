/**
 * Reads XML as a stream of elements. Nothing outside is ever asked for and no entity but the five of XML is known, so that there is
 * nothing to expand; depth, elements and text are limited.
 */

import { SaxesParser } from 'saxes'
import { type Decoder, openDecoder } from '#engine/extract/charset/open-decoder'
import { type Attributes, NameScope } from '#engine/extract/xml/name-scope'
import { xmlCharset } from '#engine/extract/xml/xml-charset'
import { XmlFault } from '#engine/extract/xml/xml-fault'

export type { Attributes }

/** What is told of an XML part, in its order. Names have the prefixes of `namespaces.ts`. */
export type XmlHandler = Readonly<{
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  /** Text as it stands, white space and all; long texts come in pieces. */
  text?: (text: string) => void
}>

/** How the reading of a part ended. */
export type XmlEnd = Readonly<{
  /** Why the part could be read only up to there; null when it is whole. */
  damage: string | null
}>

const XML_LIMITS = { depth: 512, elements: 20_000_000, characters: 400_000_000 } as const

const PIECE_BYTES = 64 * 1024

/**
 * Reads a part, whole or in pieces, decoded by its byte order mark or declaration. What is not well-formed ends the reading: everything
 * before has been told, and open elements are closed. Throws `XmlFault` beyond the limits and for a part that declares entities.
 */
export function readXml(bytes: Uint8Array | Iterable<Uint8Array>, handler: XmlHandler): XmlEnd {
  const reader = new XmlReader(handler)
  for (const piece of bytes instanceof Uint8Array ? pieces(bytes) : bytes) {
    if (!reader.write(piece)) break
  }
  return reader.end()
}

/** As `readXml`, for bytes that come one piece after another. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #scope = new NameScope()
  readonly #handler: XmlHandler
  readonly #open: string[] = []
  #decoder: Decoder | undefined
  #elements = 0
  #characters = 0
  #damage: string | null = null

  constructor(handler: XmlHandler) {
    this.#handler = handler
    this.#parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes))
    this.#parser.on('closetag', () => this.#closed())
    this.#parser.on('text', (text) => this.#told(text))
    this.#parser.on('cdata', (text) => this.#told(text))
    this.#parser.on('doctype', refuseEntities)
    this.#parser.on('error', (error) => this.#failed(error))
  }

  /** False once the part is damaged: what follows is not read. */
  write(bytes: Uint8Array): boolean {
    if (this.#damage !== null) return false
    this.#decoder ??= openDecoder(xmlCharset(bytes))
    this.#feed(this.#decoder.decode(bytes, { stream: true }))
    return this.#damage === null
  }

  end(): XmlEnd {
    if (this.#damage === null) {
      // Text is told when the next tag begins: where the part breaks off, one begins here.
      this.#feed(`${this.#decoder?.decode() ?? ''}${this.#open.length > 0 ? '<' : ''}`)
      if (this.#damage === null) this.#stopping(() => this.#parser.close())
    }
    while (this.#open.length > 0) this.#closed()
    return { damage: this.#damage }
  }

  #feed(text: string): void {
    this.#stopping(() => this.#parser.write(text))
  }

  #stopping(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (!(error instanceof NotWellFormed)) throw error
      this.#damage = error.message
    }
  }

  #opened(name: string, attributes: Attributes): void {
    if (this.#open.length >= XML_LIMITS.depth) throw new XmlFault('too-complex', 'Its parts are nested too deep.')
    if (++this.#elements > XML_LIMITS.elements) throw new XmlFault('too-complex', 'It has too many parts.')
    this.#scope.enter(attributes)
    const known = this.#scope.element(name)
    this.#open.push(known)
    this.#handler.open?.(known, this.#scope.attributes(attributes))
  }

  #closed(): void {
    const name = this.#open.pop()
    if (name === undefined) return
    this.#handler.close?.(name)
    this.#scope.leave()
  }

  #told(text: string): void {
    this.#characters += text.length
    if (this.#characters > XML_LIMITS.characters) throw new XmlFault('too-complex', 'Its text is too long.')
    if (this.#open.length > 0) this.#handler.text?.(text)
  }

  /** An entity that nobody declared stays as it is written; everything else ends the reading. */
  #failed(error: Error): void {
    if (error.message.includes('undefined entity') || error.message.includes('disallowed character')) return
    throw new NotWellFormed(error.message)
  }
}

class NotWellFormed extends Error {}

function refuseEntities(doctype: string): void {
  if (/<!ENTITY/i.test(doctype)) throw new XmlFault('bomb', 'It declares entities, as files do that are made to fill memory.')
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES)
}
