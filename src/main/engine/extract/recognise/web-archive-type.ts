import { constants, inflateRawSync } from 'node:zlib'
import { gzipHeaderLength, isGzip } from '#engine/extract/archive/gzip-member'

/** Enough of a packed file to see how the first record in it begins. */
const PEEK = 512

/**
 * Archives of web pages that no signature list knows: WARC and ARC, plain or packed record by record, and Safari's. Undefined for
 * anything else. `extension` decides only for property lists whose first names lie beyond `head`.
 */
export function webArchiveTypeOf(head: Uint8Array, extension: string): string | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  if (start.toString('latin1', 0, 8) === 'bplist00')
    return extension === 'webarchive' || start.includes('WebMainResource', 0, 'latin1') ? 'application/x-webarchive' : undefined
  const first = isGzip(start) ? unpacked(start) : start
  const begin = first.toString('latin1', 0, 16)
  if (/^WARC\/\d/.test(begin)) return 'application/warc'
  return begin.startsWith('filedesc://') ? 'application/x-internet-archive' : undefined
}

/** Only the first record: the next may be damaged. */
function unpacked(start: Buffer): Buffer {
  const from = gzipHeaderLength(start)
  if (from === undefined) return Buffer.alloc(0)
  try {
    return inflateRawSync(start.subarray(from, from + PEEK), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    // Damaged from its beginning: nothing can be told from it.
    return Buffer.alloc(0)
  }
}
