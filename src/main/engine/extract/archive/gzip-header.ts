import { type OpenFile, readBytes } from '#engine/extract/read-file'

const FIXED_BYTES = 10
/** Names and comments are shorter; what is not is damage. */
const MOST_BYTES = 128 * 1024
const DEFLATE = 8
const [CHECKSUM, EXTRA, NAME, COMMENT] = [0x02, 0x04, 0x08, 0x10]

/** `end` is where the packed bytes begin. */
export type GzipHeader = Readonly<{ name: string | null; modifiedAt: number | null; end: number }>

/** The header of the gzip member at `position` (RFC 1952), with the file name and time in it; undefined where there is none. */
export function readGzipHeader(file: OpenFile, position: number): GzipHeader | undefined {
  const fixed = Buffer.from(readBytes(file, position, FIXED_BYTES))
  if (fixed.length < FIXED_BYTES || fixed.readUInt16BE(0) !== 0x1f8b || fixed[2] !== DEFLATE) return undefined
  const flags = fixed[3] ?? 0
  const seconds = fixed.readUInt32LE(4)
  const modifiedAt = seconds === 0 ? null : seconds * 1000
  if ((flags & (CHECKSUM | EXTRA | NAME | COMMENT)) === 0) return { name: null, modifiedAt, end: position + FIXED_BYTES }
  const rest = Buffer.from(readBytes(file, position + FIXED_BYTES, MOST_BYTES))
  let at = 0
  if (flags & EXTRA) {
    if (rest.length < 2) return undefined
    at += 2 + rest.readUInt16LE(0)
  }
  let name: string | null = null
  for (const field of [NAME, COMMENT]) {
    if ((flags & field) === 0) continue
    const end = rest.indexOf(0, at)
    if (end < 0) return undefined
    if (field === NAME && end > at) name = nameOf(rest.subarray(at, end))
    at = end + 1
  }
  if (flags & CHECKSUM) at += 2
  return { name, modifiedAt, end: position + FIXED_BYTES + at }
}

/** Latin-1 by the standard, UTF-8 in practice. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what the standard says.
    return Buffer.from(bytes).toString('latin1')
  }
}
