/** Levels of elements inside each other that are passed over. */
const DEEPEST = 32
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
const SEQUENCE = 0x30
const TAG_0 = 0xa0
const OCTETS = 0x04
const CONSTRUCTED = 0x20
/** A length that is not told: the content ends with two zeros. */
const INDEFINITE = 0x80

/** An element of BER (X.690): `end` is undefined where only its content tells. */
type Element = Readonly<{ tag: number; start: number; end: number | undefined }>

/**
 * The content of a message that is signed and packed with its signature (CMS, RFC 5652; `smime.p7m`); undefined for what is encrypted,
 * damaged, or none. The signature is not checked. Cost: linear.
 */
export function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const outer = enter(buffer, 0, SEQUENCE)
  if (outer === undefined || !buffer.subarray(outer, outer + SIGNED_DATA.length).equals(SIGNED_DATA)) return undefined
  const signed = enter(buffer, enter(buffer, outer + SIGNED_DATA.length, TAG_0), SEQUENCE)
  // Its version and the algorithms of its signatures stand before the content, the kind of the content in it.
  const content = enter(buffer, after(buffer, after(buffer, signed)), SEQUENCE)
  const octets = enter(buffer, after(buffer, content), TAG_0)
  return octets === undefined ? undefined : octetsAt(buffer, octets)
}

function elementAt(buffer: Buffer, at: number | undefined): Element | undefined {
  const tag = at === undefined ? undefined : buffer[at]
  const first = at === undefined ? undefined : buffer[at + 1]
  // Tags of more than one byte do not occur here.
  if (at === undefined || tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  if (first === INDEFINITE) return { tag, start: at + 2, end: undefined }
  if (first < INDEFINITE) return { tag, start: at + 2, end: at + 2 + first }
  const size = first & 0x7f
  if (size > 4 || at + 2 + size > buffer.length) return undefined
  const start = at + 2 + size
  return { tag, start, end: start + buffer.readUIntBE(at + 2, size) }
}

/** Where the content of an element begins; undefined when it has another tag. */
function enter(buffer: Buffer, at: number | undefined, tag: number): number | undefined {
  const element = elementAt(buffer, at)
  return element?.tag === tag ? element.start : undefined
}

/** Where the next element begins. */
function after(buffer: Buffer, at: number | undefined, depth = 0): number | undefined {
  const element = elementAt(buffer, at)
  if (!element || element.end !== undefined || depth > DEEPEST) return element?.end
  let next: number | undefined = element.start
  while (next !== undefined && next < buffer.length) {
    if (buffer[next] === 0 && buffer[next + 1] === 0) return next + 2
    next = after(buffer, next, depth + 1)
  }
  return undefined
}

/** The octets of a string, also of one in pieces. */
function octetsAt(buffer: Buffer, at: number): Uint8Array | undefined {
  const string = elementAt(buffer, at)
  if (string?.tag === OCTETS) return buffer.subarray(string.start, string.end)
  if (string?.tag !== (OCTETS | CONSTRUCTED)) return undefined
  const pieces: Uint8Array[] = []
  const end = Math.min(string.end ?? buffer.length, buffer.length)
  for (let next = string.start; next < end; ) {
    const piece = elementAt(buffer, next)
    if (piece?.tag !== OCTETS || piece.end === undefined) break
    pieces.push(buffer.subarray(piece.start, piece.end))
    next = piece.end
  }
  return Buffer.concat(pieces)
}
