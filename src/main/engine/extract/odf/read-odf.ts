/**
 * Reads OpenDocument files (ISO/IEC 26300), packed or flat, for all formats of the family: what differs between texts, slides and tables
 * is how the body is read.
 */
import type { Source } from '#engine/extract/found'
import { OdfLocked } from '#engine/extract/odf/encrypted-parts'
import { flowHandler } from '#engine/extract/odf/flow-handler'
import { readObject } from '#engine/extract/odf/object-content'
import { OdfMeta } from '#engine/extract/odf/odf-meta'
import { type OdfPackage, openOdfPackage } from '#engine/extract/odf/odf-package'
import { isShownPicture, isShownType } from '#engine/extract/odf/odf-pictures'
import { OdfStyles } from '#engine/extract/odf/odf-styles'
import { type End, type FlowParts, TextFlow } from '#engine/extract/odf/text-flow'
import { type Attributes, readXml, type XmlHandler } from '#engine/extract/xml/read-xml'
import { XmlFault } from '#engine/extract/xml/xml-fault'
import { ZipFault } from '#engine/extract/zip/zip-fault'
import { type Block, readerText } from '#shared/model/block'

/** Charts and formulas are small; an archive may hold any number of them. */
const MOST_OBJECT_BYTES = 64 * 1024 * 1024

/** An OpenDocument file that has been read; the text of its body is in `flow`. */
export type OdfFile = Readonly<{
  flow: TextFlow
  styles: OdfStyles
  meta: OdfMeta
  /** Each text of a header or footer once. */
  headers: readonly Block[]
  footers: readonly Block[]
  /** Why it was read only in part; null when it was read whole. */
  damage: string | null
}>

type Section = 'office:meta' | 'office:styles' | 'office:automatic-styles' | 'office:master-styles' | 'office:body'
const SECTIONS: ReadonlySet<string> = new Set<Section>([
  'office:meta',
  'office:styles',
  'office:automatic-styles',
  'office:master-styles',
  'office:body'
])
const isSection = (name: string): name is Section => SECTIONS.has(name)

/**
 * Reads the file; `body` makes the handler of its body, `office:body` itself left out. Throws `OdfLocked`,
 * `ZipFault`,
 * `XmlFault`, and an Error whose message is a sentence when there is no content.
 */
export async function readOdf(source: Source, body: (flow: TextFlow) => XmlHandler): Promise<OdfFile> {
  if (source.mediaType.endsWith('-flat-xml')) {
    const reader = new OdfReader(flatParts(), body)
    const { damage } = readXml(source.bytes(), reader)
    return reader.finish(damage)
  }
  const parts = await openOdfPackage(source)
  const reader = new OdfReader(packedParts(parts), body)
  const damaged: string[] = []
  for (const name of ['meta.xml', 'styles.xml', 'content.xml']) {
    const end = await parts.xml(name, reader)
    if (end === undefined && name === 'content.xml') throw new Error('the part that holds its text is missing')
    if (end?.damage) damaged.push(end.damage)
  }
  return reader.finish(damaged[0] ?? null)
}

function packedParts(parts: OdfPackage): FlowParts {
  let budget = MOST_OBJECT_BYTES
  return {
    pictureKey: (href) => {
      const name = partName(href)
      return isShownPicture(name) && parts.has(name) ? name : undefined
    },
    embeddedKey: () => undefined,
    object: (href) => {
      const bytes = budget > 0 ? objectBytes(parts, `${partName(href)}/content.xml`) : undefined
      budget -= bytes?.length ?? 0
      return bytes && readObject(bytes)
    }
  }
}

/** A damaged or hostile object costs its own text only. */
function objectBytes(parts: OdfPackage, name: string): Uint8Array | undefined {
  try {
    return parts.bytes(name)
  } catch (error) {
    if (error instanceof ZipFault || error instanceof XmlFault || error instanceof OdfLocked) return undefined
    throw error
  }
}

const partName = (href: string): string => href.replace(/^\.?\//, '')

function flatParts(): FlowParts {
  let count = 0
  return {
    pictureKey: () => undefined,
    embeddedKey: (mediaType) => {
      const key = `embedded:${count++}`
      return mediaType === undefined || isShownType(mediaType) ? key : undefined
    },
    object: () => undefined
  }
}

/** Sends the elements of all parts to what reads them. */
class OdfReader implements Required<XmlHandler> {
  readonly #styles = new OdfStyles()
  readonly #meta = new OdfMeta()
  readonly #flow: TextFlow
  readonly #master: Required<XmlHandler>
  readonly #body: XmlHandler
  readonly #headers = new Map<string, Block[]>()
  readonly #footers = new Map<string, Block[]>()
  #section: Section | undefined

  constructor(parts: FlowParts, body: (flow: TextFlow) => XmlHandler) {
    this.#flow = new TextFlow(this.#styles, parts)
    this.#body = body(this.#flow)
    this.#master = flowHandler(this.#flow, (name, attributes) => this.#beginMaster(name, attributes))
  }

  open(name: string, attributes: Attributes): void {
    if (this.#section === undefined) {
      if (isSection(name)) this.#section = name
    } else if (this.#section === 'office:body') this.#body.open?.(name, attributes)
    else if (this.#section === 'office:meta') this.#meta.open(name, attributes)
    else if (this.#section === 'office:master-styles') this.#master.open(name, attributes)
    else this.#styles.open(name, attributes)
  }

  close(name: string): void {
    if (this.#section === undefined) return
    if (this.#section === name) this.#section = undefined
    else if (this.#section === 'office:body') this.#body.close?.(name)
    else if (this.#section === 'office:meta') this.#meta.close(name)
    else if (this.#section === 'office:master-styles') this.#master.close(name)
    else this.#styles.close(name)
  }

  text(text: string): void {
    if (this.#section === 'office:body') this.#body.text?.(text)
    else if (this.#section === 'office:meta') this.#meta.text(text)
    else if (this.#section === 'office:master-styles') this.#master.text(text)
  }

  finish(damage: string | null): OdfFile {
    return {
      flow: this.#flow,
      styles: this.#styles,
      meta: this.#meta,
      headers: [...this.#headers.values()].flat(),
      footers: [...this.#footers.values()].flat(),
      damage: this.#flow.isCut ? 'It holds more text than Sanad takes in.' : damage
    }
  }

  /** Master pages hold headers and footers, and what stands behind every slide, which is found but not shown with each. */
  #beginMaster(name: string, attributes: Attributes): End | false {
    const kind = /^style:(header|footer)(?:-left|-first)?$/.exec(name)?.[1]
    if (kind === 'header' || kind === 'footer') return this.#flow.aside(kind, (blocks) => this.#keep(kind, blocks))
    // Boxes that wait for the text of slides only say what to click.
    const isPlaceholder = attributes['presentation:class'] !== undefined
    if (isPlaceholder || name === 'presentation:notes' || name === 'style:handout-master') return this.#flow.skip()
    if (name === 'style:master-page') return this.#flow.aside(undefined, (blocks) => this.#flow.hide(blocks))
    return false
  }

  #keep(kind: 'header' | 'footer', blocks: Block[]): void {
    const kept = kind === 'header' ? this.#headers : this.#footers
    const text = readerText(blocks)
    if (text !== '' && !kept.has(text)) kept.set(text, blocks)
  }
}
