import { PLIST_LIMITS, type PlistValue } from '#engine/extract/plist/plist-value'

const TRAILER = 32
const DAMAGED = 'The property list in it is damaged.'

/**
 * Reads a binary property list (`bplist00`). Its values refer to one another by number: the same one may be meant a million times, or hold
 * itself, so that values are counted as often as they are met. Throws an Error whose message is a sentence for what is damaged or too much.
 */
export function readBinaryPlist(bytes: Uint8Array): PlistValue {
  return new BinaryPlist(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).read()
}

class BinaryPlist {
  readonly #bytes: Buffer
  readonly #offsetSize: number
  readonly #referenceSize: number
  readonly #objects: number
  readonly #top: number
  readonly #table: number
  #met = 0

  constructor(bytes: Buffer) {
    const trailer = bytes.length - TRAILER
    if (trailer < 8) throw new Error(DAMAGED)
    this.#bytes = bytes
    this.#offsetSize = bytes.readUInt8(trailer + 6)
    this.#referenceSize = bytes.readUInt8(trailer + 7)
    this.#objects = this.#number(trailer + 8, 8)
    this.#top = this.#number(trailer + 16, 8)
    this.#table = this.#number(trailer + 24, 8)
    if (this.#table + this.#objects * this.#offsetSize > trailer) throw new Error(DAMAGED)
  }

  read(): PlistValue {
    return this.#value(this.#top, 0)
  }

  #value(object: number, depth: number): PlistValue {
    if (++this.#met > PLIST_LIMITS.values || depth > PLIST_LIMITS.depth)
      throw new Error('the property list in it has too many values, or values inside each other without end.')
    if (object >= this.#objects) throw new Error(DAMAGED)
    const at = this.#number(this.#table + object * this.#offsetSize, this.#offsetSize)
    const mark = this.#bytes[at] ?? 0
    const kind = mark >> 4
    if (kind === 0) return (mark & 15) === 9 ? true : (mark & 15) === 8 ? false : null
    if (kind === 1) return this.#number(at + 1, 1 << (mark & 15))
    // Real numbers and dates: nothing here asks for them.
    if (kind === 2 || kind === 3 || kind === 8) return null
    const { count, start } = this.#count(at, mark & 15)
    if (kind === 4) return this.#slice(start, count)
    if (kind === 5) return this.#slice(start, count).toString('latin1')
    if (kind === 6)
      return Buffer.from(this.#slice(start, count * 2))
        .swap16()
        .toString('utf16le')
    if (kind === 10 || kind === 11 || kind === 12)
      return Array.from({ length: this.#within(start, count) }, (_, index) =>
        this.#value(this.#reference(start, index), depth + 1)
      )
    if (kind === 13) return this.#dictionary(start, count, depth)
    throw new Error(DAMAGED)
  }

  #dictionary(start: number, count: number, depth: number): ReadonlyMap<string, PlistValue> {
    const found = new Map<string, PlistValue>()
    for (let index = 0; index < this.#within(start, count * 2) / 2; index++) {
      const key = this.#value(this.#reference(start, index), depth + 1)
      const value = this.#value(this.#reference(start, count + index), depth + 1)
      if (typeof key === 'string') found.set(key, value)
    }
    return found
  }

  /** Lengths of fifteen and more stand in a number of their own. */
  #count(at: number, low: number): Readonly<{ count: number; start: number }> {
    if (low < 15) return { count: low, start: at + 1 }
    const size = 1 << ((this.#bytes[at + 1] ?? 0) & 15)
    return { count: this.#number(at + 2, size), start: at + 2 + size }
  }

  #reference(start: number, index: number): number {
    return this.#number(start + index * this.#referenceSize, this.#referenceSize)
  }

  #within(start: number, references: number): number {
    this.#slice(start, references * this.#referenceSize)
    return references
  }

  #slice(start: number, length: number): Buffer {
    if (start + length > this.#bytes.length) throw new Error(DAMAGED)
    return this.#bytes.subarray(start, start + length)
  }

  #number(at: number, size: number): number {
    let number = 0
    for (const byte of this.#slice(at, size)) number = number * 256 + byte
    return number
  }
}
