import { constants, gunzipSync } from 'node:zlib'

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
  const first = start[0] === 0x1f && start[1] === 0x8b ? unpacked(start) : start
  const begin = first.toString('latin1', 0, 16)
  if (/^WARC\/\d/.test(begin)) return 'application/warc'
  return begin.startsWith('filedesc://') ? 'application/x-internet-archive' : undefined
}

function unpacked(start: Buffer): Buffer {
  try {
    return gunzipSync(start.subarray(0, PEEK), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    // No GZIP file, or a damaged one: nothing can be told from it.
    return Buffer.alloc(0)
  }
}
