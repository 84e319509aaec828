import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { fileChunks } from '#engine/extract/archive/file-chunks'
import type { OpenFile } from '#engine/extract/read-file'
import { SpoolFull } from '#engine/extract/spool'

/** Text shrinks to a tenth, logs to a fiftieth; what shrinks more than this, and is large, is made to fill disks. */
const MOST_RATIO = 200
const HARMLESS_BYTES = 100 * 1024 * 1024

/**
 * What a gzip file holds, piece by piece; several packed after one another are one. Throws `SpoolFull` for a bomb, and zlib's error where
 * the file is damaged or ends too early: everything before that has been handed out.
 */
export async function* gunzipChunks(file: OpenFile): AsyncGenerator<Uint8Array> {
  const gunzip = Readable.from(fileChunks(file)).pipe(createGunzip({ chunkSize: 64 * 1024 }))
  let bytes = 0
  try {
    for await (const chunk of gunzip) {
      if (!(chunk instanceof Uint8Array)) throw new Error('zlib gave something else than bytes')
      bytes += chunk.byteLength
      if (bytes > HARMLESS_BYTES && bytes > file.size * MOST_RATIO) throw new SpoolFull('bomb', 'It is too large when opened.')
      yield chunk
    }
  } finally {
    gunzip.destroy()
  }
}

/** The file name in the header of a gzip file, and the time; null where it has none (RFC 1952). */
export function gzipHeader(head: Uint8Array): Readonly<{ name: string | null; modifiedAt: number | null }> {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 10) return { name: null, modifiedAt: null }
  const flags = view.getUint8(3)
  const seconds = view.getUint32(4, true)
  const modifiedAt = seconds === 0 ? null : seconds * 1000
  if ((flags & 0x08) === 0) return { name: null, modifiedAt }
  const start = 10 + ((flags & 0x04) !== 0 && head.length >= 12 ? 2 + view.getUint16(10, true) : 0)
  const end = head.indexOf(0, start)
  // Latin-1 by the standard, UTF-8 in practice.
  const bytes = end > start ? head.subarray(start, end) : undefined
  return { name: bytes === undefined ? null : nameOf(bytes), modifiedAt }
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what the standard says.
    return Buffer.from(bytes).toString('latin1')
  }
}
