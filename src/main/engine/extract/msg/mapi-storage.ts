import type { CfbEntry } from '#engine/extract/cfb/cfb-directory'
import { fileTime } from '#engine/extract/cfb/file-time'
import type { Cfb } from '#engine/extract/cfb/open-cfb'
import { codePageCharset } from '#engine/extract/charset/code-page'
import { openDecoder } from '#engine/extract/charset/open-decoder'

/** The bytes before the first fixed property, by what the storage is (MS-OXMSG, 2.4). */
export const FIXED_FROM = { message: 32, embedded: 24, part: 8 } as const
const PROPERTIES = '__properties_version1.0'
const ENTRY_BYTES = 16
const MOST_FIXED = 20_000
/** Longer texts are cut, bodies among them. */
const LONGEST_VALUE = 64 * 1024 * 1024
/** Later times are nonsense. */
const LATEST_TIME = Date.UTC(2100, 0)

/** The code page of strings in 8 bits, and that of the body. */
const MESSAGE_CODE_PAGE = 0x3ffd
const INTERNET_CODE_PAGE = 0x3fde

/** The properties of a message, a receiver or an attachment in an Outlook file, by the number MAPI gives them. */
export class MapiStorage {
  readonly storage: CfbEntry
  readonly cfb: Cfb
  readonly #streams: ReadonlyMap<string, CfbEntry>
  readonly #fixed: ReadonlyMap<number, Buffer>
  readonly #charset: string

  /** `charset` is that of the message around; the message's own, where it has one, wins. */
  constructor(cfb: Cfb, storage: CfbEntry, fixedFrom: number, charset: string | null) {
    this.cfb = cfb
    this.storage = storage
    this.#streams = new Map(storage.children.map((entry) => [entry.name.toLowerCase(), entry]))
    this.#fixed = fixedProperties(this.#bytesOf(PROPERTIES), fixedFrom)
    const own = this.number(MESSAGE_CODE_PAGE) ?? this.number(INTERNET_CODE_PAGE)
    this.#charset = charset ?? codePageCharset(own ?? 0) ?? 'windows-1252'
  }

  /** The character set of strings in 8 bits. */
  get charset(): string {
    return this.#charset
  }

  /** The text of a property; undefined without one, and for one that is empty. */
  text(id: number): string | undefined {
    const wide = this.#stream(id, '001f')
    const text = wide ? this.#read(wide).toString('utf16le') : this.#narrow(id)
    const clean = text?.replace(/\0+$/, '').replaceAll('\0', '')
    return clean === '' ? undefined : clean
  }

  /** The bytes of a binary property; also those of one that is text in 8 bits. Undefined without one, and for one that is empty. */
  binary(id: number): Uint8Array | undefined {
    const stream = this.#stream(id, '0102') ?? this.#stream(id, '001e')
    return stream === undefined || stream.size === 0 ? undefined : this.#read(stream)
  }

  /** The stream of a binary property, unread. */
  stream(id: number): CfbEntry | undefined {
    return this.#stream(id, '0102')
  }

  /** The storage of a property that is an object. */
  object(id: number): CfbEntry | undefined {
    const entry = this.#stream(id, '000d')
    return entry?.kind === 'storage' ? entry : undefined
  }

  /** A number, or 1 and 0 for true and false; undefined without one. */
  number(id: number): number | undefined {
    return this.#fixed.get(id)?.readInt32LE(0)
  }

  /** A time in milliseconds since 1970; undefined without one, and for one no computer could have set. */
  time(id: number): number | undefined {
    const value = this.#fixed.get(id)
    if (value === undefined) return undefined
    const at = fileTime(value, 0)
    return at > 0 && at < LATEST_TIME ? at : undefined
  }

  /** All properties that are text. */
  texts(): string[] {
    return [...this.#streams.keys()].flatMap((name) => {
      const id = /^__substg1\.0_([0-9a-f]{4})001[ef]$/.exec(name)?.[1]
      return id === undefined ? [] : (this.text(Number.parseInt(id, 16)) ?? [])
    })
  }

  #narrow(id: number): string | undefined {
    const stream = this.#stream(id, '001e')
    return stream && openDecoder(this.#charset).decode(this.#read(stream))
  }

  #stream(id: number, type: string): CfbEntry | undefined {
    return this.#streams.get(`__substg1.0_${id.toString(16).padStart(4, '0')}${type}`)
  }

  #bytesOf(name: string): Buffer {
    const stream = this.#streams.get(name)
    return stream ? this.#read(stream) : Buffer.alloc(0)
  }

  #read(stream: CfbEntry): Buffer {
    const bytes = this.cfb.read(stream, LONGEST_VALUE)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}

/** Properties of up to eight bytes: number and type, flags, value. */
function fixedProperties(bytes: Buffer, from: number): ReadonlyMap<number, Buffer> {
  const found = new Map<number, Buffer>()
  for (let at = from; at + ENTRY_BYTES <= bytes.length && found.size < MOST_FIXED; at += ENTRY_BYTES)
    found.set(bytes.readUInt16LE(at + 2), bytes.subarray(at + 8, at + ENTRY_BYTES))
  return found
}
