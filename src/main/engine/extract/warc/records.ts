import { ByteReader } from '#engine/extract/warc/byte-reader'
import { SectionFault, sectionsOf } from '#engine/extract/warc/sections'
import type { WarcSource } from '#engine/extract/warc/warc-source'

/** One record of a WARC (ISO 28500) or ARC file. */
export type WarcRecord = Readonly<{
  /** In lower case: `response`, `request`, `resource`, `revisit`, `metadata`, `warcinfo` …; `response` for all of an ARC file. */
  type: string
  /** Names in lower case; the first of two with one name. Values are UTF-8 where they are, as they should be. */
  headers: ReadonlyMap<string, string>
  /** The block, to be read before the next record is asked for. Rejects with `SectionFault`. */
  block: ByteReader
  /** Bytes of the block, as the record says. */
  length: number
}>

const LINE = 64 * 1024
const MOST_HEADERS = 500

/**
 * All records in order, in one pass; unread blocks are passed over. What is no record is passed over to the next one; `onDamage` is told.
 * The consumer must call `next` only when it is done with the block.
 */
export async function* recordsOf(source: WarcSource, onDamage: () => void): AsyncGenerator<WarcRecord> {
  for await (const section of sectionsOf(source, onDamage)) {
    const reader = new ByteReader(section.chunks)
    try {
      yield* recordsIn(reader, onDamage)
    } catch (error) {
      if (!(error instanceof SectionFault)) throw error
      onDamage()
    } finally {
      await reader.leave()
    }
  }
}

async function* recordsIn(reader: ByteReader, onDamage: () => void): AsyncGenerator<WarcRecord> {
  let isLost = false
  for (;;) {
    const line = await reader.line(LINE)
    if (line === undefined) return
    if (line.trim() === '') continue
    const headers = /^WARC\/\d/.test(line) ? await readHeaders(reader) : arcHeaders(line)
    if (headers === undefined) {
      if (!isLost) onDamage()
      isLost = true
      continue
    }
    isLost = false
    const length = Number(headers.get('content-length') ?? Number.NaN)
    if (!Number.isSafeInteger(length) || length < 0) {
      onDamage()
      isLost = true
      continue
    }
    const block = new Block(reader, length)
    yield { type: (headers.get('warc-type') ?? '').toLowerCase(), headers, block: new ByteReader(block), length }
    if (!(await block.passOver())) onDamage()
  }
}

/** The bytes of one block, which end with it whoever reads them. */
class Block implements AsyncIterable<Uint8Array> {
  readonly #bytes: AsyncGenerator<Uint8Array>
  #left: number

  constructor(reader: ByteReader, length: number) {
    this.#bytes = reader.bytes(length)
    this.#left = length
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return {
      next: async () => {
        const next = await this.#bytes.next()
        if (!next.done) this.#left -= next.value.length
        return next
      }
    }
  }

  /** Whether the block was whole. */
  async passOver(): Promise<boolean> {
    for await (const _rest of this);
    return this.#left === 0
  }
}

async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  const headers = new Map<string, string>()
  let last = ''
  for (let count = 0; count < MOST_HEADERS; count++) {
    const line = await reader.line(LINE)
    if (line === undefined || line === '') return headers
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line) && last !== '') headers.set(last, `${headers.get(last) ?? ''} ${utf8(line).trim()}`.slice(0, LINE))
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase()
      if (!headers.has(last)) headers.set(last, utf8(line.slice(colon + 1)).trim())
    }
  }
  return headers
}

const utf8 = (latin: string): string => (/[\u0080-\u00ff]/.test(latin) ? Buffer.from(latin, 'latin1').toString('utf8') : latin)

const ARC = /^((?:https?|ftp|filedesc|dns):\S{1,8000}) \S{1,100} (\d{14}) (\S{1,200}) (?:.{0,2000} )?(\d{1,15})$/

/** The line before a record of an ARC file: address, sender, moment, type, in version 2 more, length. */
function arcHeaders(line: string): Map<string, string> | undefined {
  const [, address = '', moment = '', type = '', length = ''] = ARC.exec(line) ?? []
  if (address === '') return undefined
  const date = moment.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z')
  return new Map([
    ['warc-type', /^https?:/.test(address) ? 'response' : address.startsWith('filedesc:') ? 'warcinfo' : 'metadata'],
    ['warc-target-uri', address],
    ['warc-date', date],
    ['content-type', type],
    ['content-length', length]
  ])
}
