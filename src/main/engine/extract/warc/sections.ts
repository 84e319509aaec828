/**
 * Takes a web archive apart into the stretches that can be read by themselves: the packed records of a `.warc.gz`, or the whole of a
 * plain one. After a damaged stretch the next one is looked for, so that one bad sector does not cost the rest of the archive.
 */
import { Readable } from 'node:stream'
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { gzipHeaderLength, isGzip } from '#engine/extract/archive/gzip-member'
import { unpackedWhole } from '#engine/extract/archive/unpacked-whole'
import type { WarcSource } from '#engine/extract/warc/warc-source'

/** `chunks` may be left at any time; it rejects with `SectionFault` where the stretch is damaged or a bomb. */
export type Section = Readonly<{ chunks: AsyncIterable<Uint8Array> }>

/** Why a stretch can be read no further. `message` is a sentence for people. */
export class SectionFault extends Error {
  readonly code: 'damaged' | 'bomb'

  constructor(code: SectionFault['code'], message: string) {
    super(message)
    this.name = 'SectionFault'
    this.code = code
  }
}

const PLAIN_STEP = 256 * 1024
const PACKED_STEP = 16 * 1024
const MOST_HEADER = 64 * 1024
const TRAILER = 8
const SMALL = 1024 * 1024
const DAMAGED = 'A packed record of the archive is damaged or cut off.'
const MARK = Buffer.from([0x1f, 0x8b, 8])

/** How often, in one archive, a mark is tried for being the beginning of a record. */
const MOST_TRIES = 1000
type Budget = { tries: number }

/** Pages shrink to a tenth; a record that shrinks more than this, and is large, is made to fill disks. */
const MOST_RATIO = 200
const HARMLESS_BYTES = 32 * 1024 * 1024

/** All stretches in order. `onGap` is told where packed bytes had to be passed over. */
export async function* sectionsOf(source: WarcSource, onGap: () => void): AsyncGenerator<Section> {
  if (!isGzip(await source.read(0, 3))) {
    yield { chunks: plainChunks(source) }
    return
  }
  const budget: Budget = { tries: MOST_TRIES }
  for (let at: number | undefined = 0; at !== undefined; ) {
    const member = new PackedMember(source, at)
    yield member
    if (member.end !== undefined) at = await nextMember(source, member.end, onGap, budget)
    else {
      onGap()
      // Not the mark of the damaged one itself.
      at = await nextMember(source, at + 1, onGap, budget)
    }
  }
}

async function* plainChunks(source: WarcSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const chunk = await source.read(at, PLAIN_STEP)
    if (chunk.length === 0) return
    yield chunk
    at += chunk.length
  }
}

/** Where the next packed stretch begins, from `from` on; undefined at the end. `onGap` is told when it does not begin right there. */
async function nextMember(source: WarcSource, from: number, onGap: () => void, budget: Budget): Promise<number | undefined> {
  let isGap = false
  for (let at = from; ; ) {
    const window = await readOn(source, at)
    if (window.length < MARK.length) return undefined
    if (at === from && isGzip(window)) return at
    if (!isGap && window.some((byte) => byte !== 0)) {
      isGap = true
      onGap()
    }
    for (let found = window.indexOf(MARK); found >= 0; found = window.indexOf(MARK, found + 1)) {
      if (!isLikelyHeader(window.subarray(found, found + 10))) continue
      if (budget.tries-- <= 0) return undefined
      if (beginsRecord(await readOn(source, at + found, 2048))) return at + found
    }
    at += Math.max(window.length - MARK.length + 1, 1)
  }
}

/** A stream may be past a place already: then there is nothing. */
async function readOn(source: WarcSource, at: number, length = PLAIN_STEP): Promise<Buffer> {
  try {
    return Buffer.from(await source.read(at, length))
  } catch {
    return Buffer.alloc(0)
  }
}

/** What packing programs write there: no reserved flag, a level and a system that exist. */
function isLikelyHeader(head: Buffer): boolean {
  const [flags = 0xff, level = 0xff, system = 0xfe] = [head[3], head[8], head[9]]
  return (flags & 0xe0) === 0 && (level === 0 || level === 2 || level === 4) && (system <= 13 || system === 255)
}

/** The mark may stand anywhere in packed bytes: a record shows by what is packed. */
function beginsRecord(head: Buffer): boolean {
  const start = gzipHeaderLength(head)
  if (start === undefined) return false
  try {
    const begin = inflateRawSync(head.subarray(start, start + 512), { finishFlush: constants.Z_SYNC_FLUSH })
    return /^WARC\/\d|^https?:\/\//.test(begin.toString('latin1', 0, 16))
  } catch {
    return false
  }
}

class PackedMember implements Section {
  /** Where it ends; undefined until it was read to there. */
  end: number | undefined
  readonly #source: WarcSource
  readonly #start: number

  constructor(source: WarcSource, start: number) {
    this.#source = source
    this.#start = start
  }

  get chunks(): AsyncIterable<Uint8Array> {
    return this.#unpacked()
  }

  async *#unpacked(): AsyncGenerator<Uint8Array> {
    const head = await this.#source.read(this.#start, MOST_HEADER)
    const length = gzipHeaderLength(head)
    if (length === undefined) throw new SectionFault('damaged', DAMAGED)
    const start = this.#start + length
    // Small records are most of an archive.
    const whole = unpackedWhole(head.subarray(length), SMALL)
    if (whole === undefined) {
      yield* this.#streamed(start)
      return
    }
    yield whole.bytes
    await this.#close(start + whole.packedBytes, crc32(whole.bytes))
  }

  async *#streamed(start: number): AsyncGenerator<Uint8Array> {
    const inflate = createInflateRaw({ chunkSize: 64 * 1024, finishFlush: constants.Z_SYNC_FLUSH })
    const packed = Readable.from(this.#packed(start))
    let bytes = 0
    let sum = 0
    try {
      for await (const chunk of packed.pipe(inflate)) {
        if (!(chunk instanceof Uint8Array)) throw new Error('zlib gave something else than bytes')
        bytes += chunk.byteLength
        if (bytes > HARMLESS_BYTES && bytes > inflate.bytesWritten * MOST_RATIO)
          throw new SectionFault('bomb', 'It is too large when opened.')
        sum = crc32(chunk, sum)
        yield chunk
      }
      await this.#close(start + inflate.bytesWritten, sum)
    } catch (error) {
      throw error instanceof SectionFault ? error : new SectionFault('damaged', DAMAGED)
    } finally {
      inflate.destroy()
      packed.destroy()
    }
  }

  /** Notes where it ends, and holds what was handed out against its checksum. */
  async #close(packedEnd: number, sum: number): Promise<void> {
    this.end = packedEnd + TRAILER
    const trailer = Buffer.from(await this.#source.read(packedEnd, TRAILER))
    if (trailer.length < TRAILER || trailer.readUInt32LE(0) !== sum) throw new SectionFault('damaged', DAMAGED)
  }

  async *#packed(from: number): AsyncGenerator<Uint8Array> {
    for (let at = from; ; ) {
      const chunk = await this.#source.read(at, PACKED_STEP)
      if (chunk.length === 0) return
      // The window of a stream moves on while zlib still reads.
      yield Uint8Array.from(chunk)
      at += chunk.length
    }
  }
}
