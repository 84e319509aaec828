const EQUALS = 0x3d
const CARRIAGE_RETURN = 0x0d
const NEW_LINE = 0x0a
const SPACE = 0x20
const TAB = 0x09

/** The bytes of a part as they were before it was made fit for mail (Content-Transfer-Encoding). Damage costs no more than itself. */
export function decodeTransfer(body: Uint8Array, encoding: string | undefined): Uint8Array {
  switch (
    encoding
      ?.trim()
      .toLowerCase()
      .replace(/[;\s].*$/s, '')
  ) {
    case 'base64':
      return Buffer.from(latin1(body), 'base64')
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
    const value = hex(body[at + 1]) * 16 + hex(body[at + 2])
    const lineEnd = softBreak(body, at + 1)
    if (!Number.isNaN(value)) {
      out[used++] = value
      at += 2
    } else if (lineEnd > 0) at = lineEnd
    else out[used++] = byte
  }
  return out.subarray(0, used)
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN
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

/** The first uuencoded file in a text; undefined without one that is whole. Cost: linear. */
export function uuFile(text: string): UuFile | undefined {
  const begin = /(?:^|\n)begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n/.exec(text)
  if (!begin) return undefined
  const first = begin.index + begin[0].length
  const end = /\r?\n[ `]?\r?\n?end[ \t]*(?:\r?\n|$)/.exec(text.slice(first))
  if (!end) return undefined
  const lines = text.slice(first, first + end.index).split(/\r?\n/)
  return {
    name: (begin[1] ?? '').trim(),
    bytes: Buffer.concat(lines.map(uuLine)),
    start: begin.index,
    end: first + end.index + end[0].length
  }
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

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
