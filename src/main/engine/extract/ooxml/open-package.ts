/**
 * The parts of an Office Open XML file and what leads from one to another (ECMA-376 part 2). Parts that are damaged are read as far as
 * they go and noted, so that one broken picture list does not cost the text.
 */
import { partKey, relationshipsPart } from '#engine/extract/ooxml/part-name'
import { type Relationship, type Relationships, relationshipReader } from '#engine/extract/ooxml/relationships'
import type { OpenFile } from '#engine/extract/read-file'
import { readXml, type XmlHandler, XmlReader } from '#engine/extract/xml/read-xml'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import type { ZipEntry } from '#engine/extract/zip/zip-entry'
import { ZipFault } from '#engine/extract/zip/zip-fault'

const MOST_PARTS = 65_000
/** Parts up to this size are unpacked at once, which takes half the time; larger ones come piece by piece. */
const AT_ONCE_BYTES = 16 * 1024 * 1024
/** So much of a damaged part is unpacked at a time: what comes before the damage is read. */
const SALVAGE_STEP_BYTES = 256
/** Lists that lead to other parts, styles, properties: none in use is nearly as large. */
const LARGEST_SMALL_PART = 64 * 1024 * 1024

/** Opens the package in a file. Throws `ZipFault`. */
export async function openPackage(file: OpenFile): Promise<Package> {
  return new Package(await openZip(file, { maxEntries: MOST_PARTS }))
}

/** A package of parts (OPC) that is read part by part. What is damaged is noted in `damage`, and read as far as it goes. */
export class Package {
  readonly #zip: Zip
  readonly #parts = new Map<string, ZipEntry>()
  readonly #relationships = new Map<string, Relationships>()
  readonly #damages = new Set<string>()
  #types: ContentTypes | undefined

  constructor(zip: Zip) {
    this.#zip = zip
    for (const entry of zip.entries) if (!entry.isFolder) this.#parts.set(partKey(entry.name), entry)
    if (zip.damage !== null) this.#damages.add(zip.damage)
  }

  /** A sentence about what could not be read so far; null while all could. */
  get damage(): string | null {
    if (this.#damages.size === 0) return null
    return `Parts of it are damaged and were read as far as they go: ${[...this.#damages].slice(0, 3).join(' ')}`
  }

  /** The names of all parts as the file writes them. */
  names(): string[] {
    return [...this.#parts.values()].map(({ name }) => name)
  }

  has(part: string): boolean {
    return this.#parts.has(partKey(part))
  }

  /** The media type that the package declares for a part, lower case; empty without one. */
  typeOf(part: string): string {
    this.#types ??= this.#readTypes()
    const key = partKey(part)
    return this.#types.byPart.get(key) ?? this.#types.byExtension.get(key.slice(key.lastIndexOf('.') + 1)) ?? ''
  }

  /** Where a part leads; the empty name stands for the package. Empty when it leads nowhere. */
  relationships(part: string): Relationships {
    const known = this.#relationships.get(part)
    if (known) return known
    const found = new Map<string, Relationship>()
    this.readNow(relationshipsPart(part), relationshipReader(part, found))
    this.#relationships.set(part, found)
    return found
  }

  /** The part that a relationship of `part` leads to by its id; undefined when it leads outside or nowhere. */
  internal(part: string, id: string | undefined): string | undefined {
    const relationship = id === undefined ? undefined : this.relationships(part).get(id)
    return relationship === undefined || relationship.isExternal ? undefined : relationship.target
  }

  /** The parts that a part leads to by relationships of this type, in order, each once. */
  related(part: string, type: string): string[] {
    const targets = [...this.relationships(part).values()]
      .filter((relationship) => !relationship.isExternal && relationship.type === type)
      .map(({ target }) => target)
    return [...new Set(targets)].filter((target) => this.has(target))
  }

  /** The part that is the document; undefined when there is none. */
  mainPart(): string | undefined {
    const [related] = this.related('', 'officeDocument')
    return related ?? this.names().find((name) => this.typeOf(name).includes('.main'))
  }

  /** All bytes of a part; undefined when there is no such part. Throws `ZipFault`. */
  bytes(part: string, limitBytes: number): Uint8Array | undefined {
    const entry = this.#parts.get(partKey(part))
    return entry && this.#zip.read(entry, limitBytes)
  }

  /** The bytes of a part piece by piece; undefined when there is no such part. */
  stream(part: string): AsyncGenerator<Uint8Array> | undefined {
    const entry = this.#parts.get(partKey(part))
    return entry && this.#zip.stream(entry)
  }

  /** As `bytes`; a part that can not be unpacked is noted as damaged, and is undefined too. */
  bytesIfWhole(part: string, limitBytes: number): Uint8Array | undefined {
    try {
      return this.bytes(part, limitBytes)
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error
      this.#damages.add(error.message)
      return undefined
    }
  }

  /** Reads a part of any size. False when there is no such part. Throws for what is made to do harm. */
  async read(part: string, handler: XmlHandler): Promise<boolean> {
    const entry = this.#parts.get(partKey(part))
    if (!entry) return false
    if (entry.size > AT_ONCE_BYTES || !this.#readAtOnce(entry, handler)) await this.#readPieces(entry, handler)
    return true
  }

  /** Reads a small part at once. False when there is no such part. A damaged one is noted and passed over. */
  readNow(part: string, handler: XmlHandler): boolean {
    const entry = this.#parts.get(partKey(part))
    if (!entry) return false
    if (entry.size > LARGEST_SMALL_PART) this.#damages.add(`“${entry.name.slice(-80)}” is too large.`)
    else if (!this.#readAtOnce(entry, handler)) this.#damages.add(`“${entry.name.slice(-80)}” is damaged.`)
    return true
  }

  /** False when it can not be unpacked whole; then nothing of it has been told. */
  #readAtOnce(entry: ZipEntry, handler: XmlHandler): boolean {
    const bytes = this.#unpacked(entry)
    if (bytes === undefined) return false
    this.#note(entry, readXml(bytes, handler).damage)
    return true
  }

  #unpacked(entry: ZipEntry): Uint8Array | undefined {
    try {
      return this.#zip.read(entry, LARGEST_SMALL_PART)
    } catch (error) {
      if (error instanceof ZipFault) return undefined
      throw error
    }
  }

  async #readPieces(entry: ZipEntry, handler: XmlHandler): Promise<void> {
    const reader = new XmlReader(handler)
    // Small parts come here when they are damaged.
    const step = entry.size > AT_ONCE_BYTES ? undefined : SALVAGE_STEP_BYTES
    let isBegun = false
    let damage: string | null = null
    try {
      for await (const piece of this.#zip.stream(entry, step)) {
        isBegun = true
        if (!reader.write(piece)) break
      }
    } catch (error) {
      if (!(error instanceof ZipFault) || (!isBegun && error.code !== 'damaged')) throw error
      damage = error.message
    }
    this.#note(entry, reader.end().damage ?? damage)
  }

  #note(entry: ZipEntry, damage: string | null): void {
    if (damage !== null) this.#damages.add(`“${entry.name.slice(-80)}” ends in the middle.`)
  }

  #readTypes(): ContentTypes {
    const types = { byPart: new Map<string, string>(), byExtension: new Map<string, string>() }
    this.readNow('[Content_Types].xml', {
      open: (name, { PartName: part, Extension: extension, ContentType: type = '' }) => {
        if (name.endsWith('Override') && part !== undefined) types.byPart.set(partKey(part), type.toLowerCase())
        else if (name.endsWith('Default') && extension !== undefined)
          types.byExtension.set(extension.toLowerCase(), type.toLowerCase())
      }
    })
    return types
  }
}

type ContentTypes = Readonly<{ byPart: ReadonlyMap<string, string>; byExtension: ReadonlyMap<string, string> }>
