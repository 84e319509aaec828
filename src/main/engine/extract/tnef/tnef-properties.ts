import { openDecoder } from '#engine/extract/charset/open-decoder'

const MOST_PROPERTIES = 10_000
const MULTIPLE = 0x1000
const FIRST_NAMED = 0x8000
const NARROW = 0x1e
const WIDE = 0x1f
const OBJECT = 0x0d
const BINARY = 0x0102
/** Bytes of values of one size, as they stand in the stream: two bytes take four. */
const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16
}

type Value = Readonly<{ id: number; type: number; bytes: Buffer }>

/** The MAPI properties of a message or attachment in a TNEF stream, by their number. */
export class TnefProperties {
  /** False when the list ends before it should. */
  readonly isWhole: boolean
  readonly #values: ReadonlyMap<number, Value>
  readonly #charset: string

  /** `charset` is that of strings in 8 bits. What is damaged ends the list. */
  constructor(bytes: Uint8Array, charset: string) {
    const list = readProperties(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const values = new Map<number, Value>()
    let next = list.next()
    for (; !next.done; next = list.next()) values.set(next.value.id, next.value)
    this.isWhole = next.value
    this.#values = values
    this.#charset = charset
  }

  /** Undefined without one, and for one that is empty. */
  text(id: number): string | undefined {
    const value = this.#values.get(id)
    if (value?.type !== WIDE && value?.type !== NARROW) return undefined
    const text = value.type === WIDE ? value.bytes.toString('utf16le') : openDecoder(this.#charset).decode(value.bytes)
    return text.replaceAll('\0', '') || undefined
  }

  /** Also of a property that is text in 8 bits. */
  binary(id: number): Uint8Array | undefined {
    const value = this.#values.get(id)
    return value?.type === BINARY || value?.type === NARROW ? value.bytes : undefined
  }

  /** What an object holds, without the number of its kind before it. */
  object(id: number): Uint8Array | undefined {
    const value = this.#values.get(id)
    return value?.type === OBJECT ? value.bytes.subarray(16) : undefined
  }
}

/** Returns whether all of the list could be read. */
function* readProperties(bytes: Buffer): Generator<Value, boolean> {
  if (bytes.length < 4) return bytes.length === 0
  const count = bytes.readUInt32LE(0)
  let at = 4
  for (let left = Math.min(count, MOST_PROPERTIES); left > 0; left--) {
    if (at + 4 > bytes.length) return false
    const type = bytes.readUInt16LE(at)
    const id = bytes.readUInt16LE(at + 2)
    const start = id >= FIRST_NAMED ? afterName(bytes, at + 4) : at + 4
    const values = readValues(bytes, start, type)
    if (!values) return false
    if (values.first) yield { id, type: type & ~MULTIPLE, bytes: values.first }
    at = values.end
  }
  return count <= MOST_PROPERTIES
}

/** The first value of a property, and where its last ends; undefined where the bytes do not suffice. */
function readValues(bytes: Buffer, from: number, type: number): { first: Buffer | undefined; end: number } | undefined {
  const kind = type & ~MULTIPLE
  const fixed = FIXED[kind]
  const isCounted = fixed === undefined || kind !== type
  if (isCounted && from + 4 > bytes.length) return undefined
  let at = isCounted ? from + 4 : from
  let first: Buffer | undefined
  for (let count = isCounted ? bytes.readUInt32LE(from) : 1; count > 0; count--) {
    if (fixed === undefined && at + 4 > bytes.length) return undefined
    const length = fixed ?? bytes.readUInt32LE(at)
    const start = fixed === undefined ? at + 4 : at
    if (start + length > bytes.length) return undefined
    first ??= bytes.subarray(start, start + length)
    at = start + length + ((4 - (length % 4)) % 4)
  }
  return { first, end: at }
}

/** Where the name of a named property ends: a number, or a text. */
function afterName(bytes: Buffer, at: number): number {
  if (at + 24 > bytes.length) return bytes.length
  if (bytes.readUInt32LE(at + 16) === 0) return at + 24
  const length = bytes.readUInt32LE(at + 20)
  return at + 24 + length + ((4 - (length % 4)) % 4)
}
