import { headerParameters } from '#engine/extract/mail/header-parameters'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { readHead } from '#engine/extract/mail/read-head'
import { decodeTransfer } from '#engine/extract/mail/transfer'

/** Real messages nest a handful of levels and hold dozens of parts. */
const LIMITS = { depth: 64, parts: 5000 } as const

const MEDIA_TYPE = /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/

/**
 * A message in parts; `cut` says what of it was too much to be taken apart, null when nothing was; `breaksOff` is true when nothing closes
 * its last part.
 */
export type Mime = Readonly<{ root: MimePart; cut: string | null; breaksOff: boolean }>

/**
 * Takes a MIME message apart without copying it. Never throws: what has no boundaries is one part, what has no end ends where the file
 * does. Cost: linear in the size for each level of nesting, of which there are at most 64. `fallback` as in `headerText`.
 */
export function parseMime(bytes: Uint8Array, fallback = 'windows-1252'): Mime {
  const parser = new MimeParser(fallback)
  const root = parser.part(bytes, 0, 'text/plain')
  return { root, cut: parser.cut, breaksOff: parser.breaksOff }
}

class MimeParser {
  cut: string | null = null
  breaksOff = false
  readonly #fallback: string
  #parts = 0

  constructor(fallback: string) {
    this.#fallback = fallback
  }

  part(bytes: Uint8Array, depth: number, usual: string): MimePart {
    this.#parts += 1
    const { headers, bodyAt, isCut } = readHead(bytes)
    if (isCut) this.cut = 'Its head is too long: not all of it was read.'
    const { value, parameters } = headerParameters(headerOf({ headers }, 'content-type') ?? usual, this.#fallback)
    const mediaType = MEDIA_TYPE.test(value) ? value : 'text/plain'
    const body = bytes.subarray(bodyAt)
    const part: MimePart = { headers, mediaType, parameters, body, parts: [], around: [] }
    const boundary = parameters.get('boundary') ?? ''
    if (!mediaType.startsWith('multipart/') || boundary === '') return mediaType.startsWith('multipart/') ? asText(part) : part
    if (depth >= LIMITS.depth) {
      this.cut = 'It holds parts inside parts inside parts, too many to take all of them out.'
      return asText(part)
    }
    const pieces = splitParts(decodeTransfer(body, headerOf(part, 'content-transfer-encoding')), boundary)
    if (pieces === undefined) return asText(part)
    const inner = mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
    const parts: MimePart[] = []
    const around: Uint8Array[] = []
    for (const { piece, isPart, isOpen } of pieces) {
      if (isOpen && depth === 0) this.breaksOff = true
      if (!isPart) around.push(piece)
      else if (this.#parts >= LIMITS.parts) {
        this.cut = `It holds more than ${LIMITS.parts.toLocaleString('en')} parts: the rest was not taken out.`
        break
      } else parts.push(this.part(piece, depth + 1, inner))
    }
    return { ...part, parts, around }
  }
}

/** A multipart without parts is text: so at least its words are found. */
function asText(part: MimePart): MimePart {
  return { ...part, mediaType: 'text/plain' }
}

/** `isOpen`: nothing closes it. */
type Piece = Readonly<{ piece: Uint8Array; isPart: boolean; isOpen: boolean }>

/** The bytes between the boundary lines, the last to the end where it is not closed; undefined without any boundary line. */
function splitParts(body: Uint8Array, boundary: string): Iterable<Piece> | undefined {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const first = nextDelimiter(buffer, delimiter, 0)
  return first === undefined ? undefined : piecesFrom(buffer, delimiter, first)
}

/** A closing boundary with others behind it was written by mistake: parts go on after the next. */
function* piecesFrom(buffer: Buffer, delimiter: Buffer, first: Delimiter): Generator<Piece> {
  if (first.before > 0) yield { piece: buffer.subarray(0, first.before), isPart: false, isOpen: false }
  let open: Delimiter | undefined = first
  while (open) {
    const next = nextDelimiter(buffer, delimiter, open.after)
    const piece = buffer.subarray(open.after, Math.max(next ? next.before : buffer.length, open.after))
    if (!open.isLast || piece.length > 0) yield { piece, isPart: !open.isLast, isOpen: !open.isLast && next === undefined }
    open = next
  }
}

/** `before` is the end of the part above, `after` the start of the part below. */
type Delimiter = Readonly<{ before: number; after: number; isLast: boolean }>

function nextDelimiter(buffer: Buffer, delimiter: Buffer, from: number): Delimiter | undefined {
  for (let at = buffer.indexOf(delimiter, from); at >= 0; at = buffer.indexOf(delimiter, at + 1)) {
    if (at > 0 && buffer[at - 1] !== 0x0a) continue
    const end = buffer.indexOf(0x0a, at + delimiter.length)
    const stop = end < 0 ? buffer.length : end
    const rest = buffer.toString('latin1', at + delimiter.length, Math.min(stop, at + delimiter.length + 200))
    if (!/^(?:--)?[ \t\r]*$/.test(rest) && !rest.startsWith('--')) continue
    const before = at > 1 && buffer[at - 2] === 0x0d ? at - 2 : Math.max(at - 1, 0)
    return { before: Math.max(before, from), after: Math.min(stop + 1, buffer.length), isLast: rest.startsWith('--') }
  }
  return undefined
}
