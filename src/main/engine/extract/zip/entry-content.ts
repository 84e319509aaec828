import { Readable } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { type OpenFile, readBytes } from '#engine/extract/read-file'
import type { ZipEntry } from '#engine/extract/zip/zip-entry'
import { ZipFault } from '#engine/extract/zip/zip-fault'

/** Text shrinks to a tenth, tables of zeros to a hundredth; beyond this, and beyond a harmless size, it is made to fill memory. */
export const MOST_RATIO = 200
const HARMLESS_BYTES = 1024 * 1024

const LOCAL_HEADER = 30
const STORED = 0
const DEFLATED = 8
const CHUNK_BYTES = 256 * 1024

/** Where the packed bytes of an entry are. Throws `ZipFault` for what must not or can not be read. */
function packedRange(file: OpenFile, entry: ZipEntry): Readonly<{ start: number; end: number }> {
  if (entry.isEncrypted) throw new ZipFault('locked', `${labelOf(entry)} is locked with a password.`)
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new ZipFault('damaged', `${labelOf(entry)} is packed in a way that can not be read (method ${entry.method}).`)
  if (entry.size > HARMLESS_BYTES && entry.size > entry.packedSize * MOST_RATIO)
    throw new ZipFault('bomb', `${labelOf(entry)} is too large when opened.`)
  const header = Buffer.from(readBytes(file, entry.offset, LOCAL_HEADER))
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== 0x04034b50)
    throw new ZipFault('damaged', `${labelOf(entry)} is not where the archive says.`)
  const start = entry.offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  const end = start + entry.packedSize
  if (end > file.size) throw new ZipFault('damaged', `${labelOf(entry)} reaches beyond the end of the archive.`)
  if (end > entry.limit) throw new ZipFault('bomb', `${labelOf(entry)} lies over another file of the archive.`)
  return { start, end }
}

/** Unpacks one entry at once. Throws `ZipFault`: `bomb` when it is larger than `limitBytes`. */
export function unpackEntry(file: OpenFile, entry: ZipEntry, limitBytes: number): Uint8Array {
  const { start, end } = packedRange(file, entry)
  if (entry.size > limitBytes) throw tooLarge(entry)
  const packed = readBytes(file, start, end - start)
  const bytes = entry.method === STORED ? packed : inflate(packed, entry)
  if (bytes.length !== entry.size) throw new ZipFault('damaged', `${labelOf(entry)} is not as long as the archive says.`)
  if (crc32(bytes) !== entry.crc32) throw new ZipFault('damaged', `${labelOf(entry)} is damaged.`)
  return bytes
}

/** Never makes more bytes than the entry is said to have, so that a lying size costs nothing. */
function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  } catch (error) {
    const isLonger =
      error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    throw isLonger
      ? new ZipFault('bomb', `${labelOf(entry)} is larger than the archive says.`)
      : new ZipFault('damaged', `${labelOf(entry)} is damaged.`)
  }
}

/**
 * Unpacks one entry piece by piece; what is wrong with its end is thrown after all before it was handed out. `stepBytes` of the packed
 * bytes are unpacked at a time: where an entry is damaged, less of it is lost with small steps.
 */
export async function* streamEntry(file: OpenFile, entry: ZipEntry, stepBytes = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  const { start, end } = packedRange(file, entry)
  const pieces = filePieces(file, start, end, stepBytes)
  const inflated = entry.method === STORED ? undefined : Readable.from(pieces).pipe(createInflateRaw({ chunkSize: 64 * 1024 }))
  let bytes = 0
  let sum = 0
  try {
    for await (const piece of inflated ?? pieces) {
      if (!(piece instanceof Uint8Array)) throw new Error('zlib gave something else than bytes')
      bytes += piece.byteLength
      if (bytes > entry.size) {
        yield piece.subarray(0, piece.byteLength - (bytes - entry.size))
        throw new ZipFault('bomb', `${labelOf(entry)} is larger than the archive says.`)
      }
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('damaged', `${labelOf(entry)} is damaged.`)
  } finally {
    inflated?.destroy()
  }
  if (bytes !== entry.size || sum !== entry.crc32) throw new ZipFault('damaged', `${labelOf(entry)} is damaged.`)
}

function* filePieces(file: OpenFile, start: number, end: number, stepBytes: number): Generator<Uint8Array> {
  for (let at = start; at < end; ) {
    const piece = readBytes(file, at, Math.min(stepBytes, end - at))
    if (piece.length === 0) return
    yield piece
    at += piece.length
  }
}

function tooLarge(entry: ZipEntry): ZipFault {
  return new ZipFault('bomb', `${labelOf(entry)} is too large when opened.`)
}

/** The end of the path, with what could turn the sentence around or break it taken out. */
function labelOf(entry: ZipEntry): string {
  return `“${entry.name.slice(-80).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')}”`
}
