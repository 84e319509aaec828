import { hexByte } from '#engine/extract/charset/hex-digit'
import { latin1 } from '#engine/extract/charset/latin1'
import { unpackBase64 } from '#engine/extract/mail/base64'

const EQUALS = 0x3d
const CARRIAGE_RETURN = 0x0d
const NEW_LINE = 0x0a
const SPACE = 0x20
const TAB = 0x09

/** The bytes of a part as they were before it was made fit for mail (Content-Transfer-Encoding). Damage costs no more than itself. */
export function decodeTransfer(body: Uint8Array, encoding: string | undefined): Uint8Array {
  switch (encodingName(encoding)) {
    case 'base64':
      return Buffer.concat([...unpackBase64(body)])
    case 'quoted-printable':
      return unquotePrintable(body)
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return uuFile(latin1(body))?.bytes ?? body
    default:
      return body
  }
}

/** The same in pieces of at most 1 MB where it is Base64, as large attachments are. */
export async function* decodedPieces(body: Uint8Array, encoding: string | undefined): AsyncGenerator<Uint8Array> {
  if (encodingName(encoding) === 'base64') yield* unpackBase64(body)
  else yield decodeTransfer(body, encoding)
}

function encodingName(encoding: string | undefined): string | undefined {
  return encoding
    ?.slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/[;\s].*$/s, '')
}

/** RFC 2045, section 6.7; a `=` that begins nothing stays. */
export function unquotePrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length)
  let used = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    if (byte !== EQUALS) {
      out[used++] = byte
      continue
    }
    const value = hexByte(body[at + 1], body[at + 2])
    const lineEnd = softBreak(body, at + 1)
    if (value >= 0) {
      out[used++] = value
      at += 2
    } else if (lineEnd > 0) at = lineEnd
    else out[used++] = byte
  }
  return out.subarray(0, used)
}

/** Where a line end begun by `=` ends, white space before it allowed; 0 when there is none. */
function softBreak(body: Uint8Array, from: number): number {
  let at = from
  while ((body[at] === SPACE || body[at] === TAB) && at < from + 80) at++
  if (body[at] === CARRIAGE_RETURN) return body[at + 1] === NEW_LINE ? at + 1 : at
  return body[at] === NEW_LINE || at >= body.length ? at : 0
}

/** A file in a text, as programs sent them before MIME; with the place of its lines. */
export type UuFile = Readonly<{ name: string; bytes: Uint8Array; start: number; end: number }>

/** Words in a text may look like the beginning of a file; more of them than this are not followed to their end. */
const MOST_BEGINNINGS = 50

/** The first uuencoded file in a text, from `from` on; undefined without one that is whole. Cost: linear. */
export function uuFile(text: string, from = 0): UuFile | undefined {
  const beginning = /(?:^|\n)begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n/g
  beginning.lastIndex = from
  for (let tries = 0; tries < MOST_BEGINNINGS; tries++) {
    const begin = beginning.exec(text)
    if (!begin) return undefined
    const first = begin.index + begin[0].length
    const lines: string[] = []
    let at = first
    for (let line = lineAt(text, at); line && isUuLine(line.text); line = lineAt(text, at)) {
      lines.push(line.text)
      at = line.end
    }
    const last = lineAt(text, at)
    if (last?.text.trimEnd() !== 'end') continue
    return { name: (begin[1] ?? '').trim(), bytes: Buffer.concat(lines.map(uuLine)), start: begin.index, end: last.end }
  }
  return undefined
}

function lineAt(text: string, at: number): { text: string; end: number } | undefined {
  if (at >= text.length) return undefined
  const found = text.indexOf('\n', at)
  const end = found < 0 ? text.length : found
  return { text: text.slice(at, end).replace(/\r$/, ''), end: Math.min(end + 1, text.length) }
}

/** The first character tells how many bytes are in the line, which some programs leave shorter where it ends in spaces. */
function isUuLine(line: string): boolean {
  const length = (line.charCodeAt(0) - 0x20) & 0x3f
  return line.length <= 90 && /^[\x20-\x60]*$/.test(line) && line.length <= Math.ceil(length / 3) * 4 + 3 && line !== 'end'
}

function uuLine(line: string): Uint8Array {
  const length = (line.charCodeAt(0) - 0x20) & 0x3f
  if (line === '' || length === 0) return new Uint8Array(0)
  const bytes = new Uint8Array(Math.ceil((line.length - 1) / 4) * 3)
  for (let at = 1, used = 0; at < line.length; at += 4, used += 3) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((next) => ((line.charCodeAt(at + next) || 0x20) - 0x20) & 0x3f)
    bytes[used] = (a << 2) | (b >> 4)
    bytes[used + 1] = ((b & 15) << 4) | (c >> 2)
    bytes[used + 2] = ((c & 3) << 6) | d
  }
  return bytes.subarray(0, length)
}
