import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { readGzipHeader } from '#engine/extract/archive/gzip-header'
import { unpackedWhole } from '#engine/extract/archive/unpacked-whole'
import { type OpenFile, readBytes } from '#engine/extract/read-file'
import { SpoolFull } from '#engine/extract/spool'

/** Text shrinks to a tenth, logs to a fiftieth; what shrinks more than this, and is large, is made to fill disks. */
const MOST_RATIO = 200
const HARMLESS_BYTES = 100 * 1024 * 1024
const TRAILER_BYTES = 8
/** What zlib makes of a piece in which it meets damage is lost: pieces of small files are small. */
const SMALL_FILE = 4 * 1024 * 1024
const SMALL_PIECE = 2 * 1024
const LARGE_PIECE = 256 * 1024
/** Logs are packed line by line by some programs: what ends so early is unpacked at once. */
const SMALL_MEMBER = 4 * 1024

/**
 * What a gzip file holds, piece by piece; several packed after one another are one. Throws `SpoolFull` for a bomb, and an Error with a
 * sentence where the file is damaged or ends too early: everything before that has been handed out.
 */
export async function* gunzipChunks(file: OpenFile): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for (let at = 0; at < file.size; ) {
    const header = readGzipHeader(file, at)
    if (header === undefined) {
      if (isPadding(file, at)) return
      throw new Error(at === 0 ? 'its beginning is damaged or cut off.' : 'what follows is not packed.')
    }
    const member: Member = { file, start: header.end, end: header.end }
    for await (const chunk of at > 0 ? anyMember(member) : inflateMember(member)) {
      bytes += chunk.byteLength
      if (bytes > HARMLESS_BYTES && bytes > file.size * MOST_RATIO) throw new SpoolFull('bomb', 'It is too large when opened.')
      yield chunk
    }
    at = member.end
  }
}

/** `end` is known when all of it has been handed out. */
type Member = { file: OpenFile; start: number; end: number }

/** One of many may be small. */
async function* anyMember(member: Member): AsyncGenerator<Uint8Array> {
  const { file, start } = member
  const small = unpackedWhole(readBytes(file, start, SMALL_MEMBER), SMALL_MEMBER * MOST_RATIO)
  if (small === undefined) {
    yield* inflateMember(member)
    return
  }
  if (small.bytes.length > 0) yield small.bytes
  end(member, small.packedBytes, crc32(small.bytes), small.bytes.length)
}

async function* inflateMember(member: Member): AsyncGenerator<Uint8Array> {
  const { file, start } = member
  const inflate = Readable.from(pieces(file, start), { highWaterMark: 1 }).pipe(createInflateRaw({ chunkSize: 64 * 1024 }))
  let sum = 0
  let size = 0
  try {
    for await (const chunk of inflate) {
      if (!(chunk instanceof Uint8Array)) throw new Error('zlib gave something else than bytes')
      sum = crc32(chunk, sum)
      size = (size + chunk.byteLength) >>> 0
      yield chunk
    }
  } catch (error) {
    const isCutOff = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
    throw new Error(isCutOff ? 'its end is missing.' : 'what follows is damaged.', { cause: error })
  } finally {
    inflate.destroy()
  }
  end(member, inflate.bytesWritten, sum, size)
}

/** Checks what stands behind the packed bytes, and says where the member ends. */
function end(member: Member, packedBytes: number, sum: number, size: number): void {
  const trailer = member.start + packedBytes
  member.end = trailer + TRAILER_BYTES
  const stated = Buffer.from(readBytes(member.file, trailer, TRAILER_BYTES))
  if (stated.length < TRAILER_BYTES) throw new Error('its end is missing.')
  if (stated.readUInt32LE(0) !== sum || stated.readUInt32LE(4) !== size)
    throw new Error('some of it has been changed, as its checksum shows.')
}

/** Small ones first: a member may be short, and what is read behind it is read for nothing. */
function* pieces(file: OpenFile, start: number): Generator<Uint8Array> {
  const longest = file.size < SMALL_FILE ? SMALL_PIECE : LARGE_PIECE
  for (let at = start, length = SMALL_PIECE; at < file.size; at += length) {
    length = Math.min(at === start ? length : length * 2, longest)
    yield readBytes(file, at, length)
  }
}

/** Tapes and disks fill up their last block with zeros. */
const isPadding = (file: OpenFile, at: number): boolean => at > 0 && readBytes(file, at, 512).every((byte) => byte === 0)
