import { Readable } from 'node:stream'
import { brotliDecompressSync, constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { ByteReader } from '#engine/extract/warc/byte-reader'
import { SectionFault } from '#engine/extract/warc/sections'

/** The head of an HTTP message. */
export type HttpHead = Readonly<{
  /** Null for a request. */
  status: number | null
  /** Names in lower case; the first of two with one name. */
  headers: ReadonlyMap<string, string>
}>

const LINE = 64 * 1024
const MOST_HEADERS = 500
const PEEK = 64 * 1024
/** As for packed records. */
const MOST_RATIO = 200
const HARMLESS_BYTES = 32 * 1024 * 1024

/** Reads the head of an HTTP message; the payload follows in `block`. Undefined for a block that is none (then nothing was read). */
export async function readHttpHead(block: ByteReader): Promise<HttpHead | undefined> {
  const start = (await block.peek(16)).toString('latin1')
  if (!/^HTTP\/\d|^[A-Z]{3,10} /.test(start)) return undefined
  const first = (await block.line(LINE)) ?? ''
  const headers = new Map<string, string>()
  for (let count = 0; count < MOST_HEADERS; count++) {
    const line = await block.line(LINE)
    if (line === undefined || line === '') break
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  const status = /^HTTP\/\S{1,10}\s+(\d{3})/.exec(first)?.[1]
  return { status: status === undefined ? null : Number(status), headers }
}

/**
 * The payload as the browser saw it: chunks joined, compression undone, each only where the bytes bear out what the head says (many
 * archives keep the head and store the rest undone). Rejects with `SectionFault` on the way.
 */
export async function* payloadOf(block: ByteReader, { headers }: HttpHead): AsyncGenerator<Uint8Array> {
  const isChunked = /chunked/i.test(headers.get('transfer-encoding') ?? '')
  const joined = isChunked && (await looksChunked(block)) ? new ByteReader(unchunked(block)) : block
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',')
  const encoding = encodings.map((one) => one.trim()).find((one) => one !== '' && one !== 'identity')
  if (encoding === undefined) yield* joined.bytes(Number.POSITIVE_INFINITY)
  else yield* unpacked(joined, encoding)
}

async function looksChunked(block: ByteReader): Promise<boolean> {
  return /^[0-9a-f]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i.test((await block.peek(256)).toString('latin1'))
}

/** A size that is none ends the chunks: what follows is handed out as it stands. */
async function* unchunked(block: ByteReader): AsyncGenerator<Uint8Array> {
  for (;;) {
    const line = await block.line(1024)
    if (line === undefined) return
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?$/i.exec(line)?.[1]
    if (size === undefined) {
      yield Buffer.from(`${line}\n`, 'latin1')
      yield* block.bytes(Number.POSITIVE_INFINITY)
      return
    }
    if (Number.parseInt(size, 16) === 0) return
    yield* block.bytes(Number.parseInt(size, 16))
    await block.line(1024)
  }
}

async function* unpacked(block: ByteReader, encoding: string): AsyncGenerator<Uint8Array> {
  const head = await block.peek(PEEK)
  const inflate = unpackerOf(encoding, head)
  const packed = block.bytes(Number.POSITIVE_INFINITY)
  if (inflate === undefined) {
    yield* packed
    return
  }
  const source = Readable.from(packed)
  source.on('error', (error) => inflate.destroy(error))
  let bytes = 0
  try {
    for await (const chunk of source.pipe(inflate)) {
      if (!(chunk instanceof Uint8Array)) throw new Error('zlib gave something else than bytes')
      bytes += chunk.byteLength
      if (bytes > HARMLESS_BYTES && bytes > inflate.bytesWritten * MOST_RATIO)
        throw new SectionFault('bomb', 'It is too large when opened.')
      yield chunk
    }
  } catch (error) {
    throw error instanceof SectionFault ? error : new SectionFault('damaged', 'It is packed, and damaged or cut off.')
  } finally {
    inflate.destroy()
    source.destroy()
  }
}

/** Undefined for what is not packed in this way after all. */
function unpackerOf(encoding: string, head: Buffer) {
  const [first = 0, second = 0] = head
  if (encoding === 'gzip' || encoding === 'x-gzip') return first === 0x1f && second === 0x8b ? createGunzip() : undefined
  // By the standard with a header, by some servers without.
  if (encoding === 'deflate') return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0 ? createInflate() : rawOf(head)
  return encoding === 'br' && isBrotli(head) ? createBrotliDecompress() : undefined
}

/** Text begins with letters or a tag, which no raw deflate stream of a page does. */
function rawOf(head: Buffer) {
  return /^[\t\n\r\x20-\x7e]{16}/.test(head.toString('latin1', 0, 16)) ? undefined : createInflateRaw()
}

/** Brotli has no mark: its beginning is tried. */
function isBrotli(head: Buffer): boolean {
  try {
    brotliDecompressSync(head.subarray(0, 4096), {
      finishFlush: constants.BROTLI_OPERATION_FLUSH,
      maxOutputLength: 16 * 1024 * 1024
    })
    return true
  } catch (error) {
    return error instanceof RangeError
  }
}
