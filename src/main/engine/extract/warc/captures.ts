import { EMPTY_FOUND, type Found } from '#engine/extract/found'
import type { HeldContent, Spool } from '#engine/extract/spool'
import { ByteReader } from '#engine/extract/warc/byte-reader'
import { type CaptureKind, captureKind, kindOfType } from '#engine/extract/warc/capture-kind'
import { captureLabel } from '#engine/extract/warc/capture-label'
import { type HttpHead, payloadOf, readHttpHead } from '#engine/extract/warc/http-message'
import { captureKey, pageReferences, styleReferences } from '#engine/extract/warc/page-references'
import type { WarcRecord } from '#engine/extract/warc/records'
import { SectionFault } from '#engine/extract/warc/sections'
import type { Fact } from '#shared/model/fact'

/** What is looked at to tell what a file is, and the longest page or style in which references are looked for. */
const HEAD = 64 * 1024
const LONGEST_PAGE = 16 * 1024 * 1024
const MOST_REFERENCES = 1_000_000
/** Smaller pictures that a script asked for are furniture: arrows, counters, pictures of faces. */
const SMALL_PICTURE = 20 * 1024

const ELSEWHERE = 'This page was captured again unchanged: what it holds lies in an earlier archive, not in this one.'
const DAMAGED = 'Parts of the archive are damaged or cut off. What could be read was taken out.'

/** A captured file on its way into the spool. */
type Capture = Readonly<{
  key: string
  address: string
  kind: CaptureKind
  mediaType: string
  charset: string | null
  capturedAt: string | null
  status: number | null
  /** Whether this address was captured before. */
  isAgain: boolean
  content: HeldContent
}>

/** Gathers what web archives captured: pages and documents become members, what pages are made of their resources. */
export class Captures {
  readonly #spool: Spool
  readonly #titles: ReadonlyMap<string, string>
  /** By address and by digest, for what was captured again unchanged. */
  readonly #known = new Map<string, Capture>()
  readonly #pictures: Capture[] = []
  readonly #shown = new Set<string>()
  readonly #requested = new Set<string>()
  readonly #facts: Fact[] = []
  #records = 0
  #documents = 0
  #resources = 0
  #unread = 0
  #leftOut = 0
  #damage = false

  /** `titles` are those that the archive itself gives to pages, by key. */
  constructor(spool: Spool, titles: ReadonlyMap<string, string> = new Map()) {
    this.#spool = spool
    this.#titles = titles
  }

  damaged = (): void => {
    this.#damage = true
  }

  addFact(fact: Fact): void {
    this.#facts.push(fact)
  }

  /** Takes one record. Rejects with `SpoolFull`; everything else that is wrong with it is its own matter. */
  async take(record: WarcRecord): Promise<void> {
    this.#records += 1
    try {
      if (record.type === 'warcinfo') await this.#takeInfo(record)
      else if (record.type === 'request') await this.#takeRequest(record)
      else if (record.type === 'revisit') await this.#takeRevisit(record)
      else if (/^(?:response|resource|conversion)$/.test(record.type)) await this.#takeCapture(record)
    } catch (error) {
      if (!(error instanceof SectionFault)) throw error
      this.#damage = true
    }
  }

  /** Settles which pictures are documents. To be called once, after all records. */
  async finish(): Promise<void> {
    for (const picture of this.#pictures) {
      const isSmall = picture.content.sizeBytes < SMALL_PICTURE && this.#requested.has(picture.key)
      if (this.#shown.has(picture.key) || isSmall) await this.#addResource(picture)
      else await this.#addDocument(picture)
    }
  }

  found(): Found {
    const damage = this.#damage ? ({ code: 'partly-read', message: DAMAGED } as const) : null
    const counts: readonly (readonly [Fact['name'], number])[] = [
      ['entries', this.#documents],
      ['resources', this.#resources],
      ['unread-entries', this.#unread],
      ['left-out-entries', this.#leftOut],
      ['records', this.#records]
    ]
    const counted = counts.filter(([name, count]) => count > 0 || name === 'entries')
    return {
      ...EMPTY_FOUND,
      simplified: damage,
      facts: [...counted.map(([name, count]) => ({ name, value: String(count) })), ...this.#facts],
      isContainer: true
    }
  }

  async #takeInfo({ block }: WarcRecord): Promise<void> {
    const text = (await block.peek(HEAD)).toString('utf8')
    for (const [field, name] of [
      ['software', 'producer'],
      ['isPartOf', 'description']
    ] as const) {
      const value = new RegExp(`^${field}:[ \\t]*([^\\r\\n]{1,500})`, 'im').exec(text)?.[1]?.trim()
      if (value !== undefined && !this.#facts.some((fact) => fact.name === name)) this.#facts.push({ name, value })
    }
  }

  /** A browser says for which page it asks. What a person went to is not asked for by a page. */
  async #takeRequest({ headers, block }: WarcRecord): Promise<void> {
    const key = captureKey(addressOf(headers), null)
    const head = await readHttpHead(block)
    const isVisit = /^(?:document|iframe)$/.test(head?.headers.get('sec-fetch-dest') ?? '')
    if (key !== undefined && head?.headers.has('referer') && !isVisit && this.#requested.size < MOST_REFERENCES)
      this.#requested.add(key)
  }

  /** The same bytes, captured again: the document gets the place and time of this capture too. */
  async #takeRevisit({ headers, block }: WarcRecord): Promise<void> {
    const address = addressOf(headers)
    const capturedAt = headers.get('warc-date') ?? null
    const earlier =
      this.#known.get(headers.get('warc-payload-digest') ?? '') ?? this.#known.get(headers.get('warc-refers-to-target-uri') ?? '')
    if (earlier?.kind === 'page' || earlier?.kind === 'document') {
      await this.#addDocument({ ...earlier, address, capturedAt, isAgain: this.#known.has(address) })
      return
    }
    const type = typeOf((await readHttpHead(block))?.headers.get('content-type') ?? '')
    if (earlier === undefined && kindOfType(type) === 'page') {
      this.#unread += 1
      this.#spool.refuse(captureLabel(address, type, null, capturedAt), 'capture', 'partly-read', ELSEWHERE)
    } else this.#leftOut += 1
  }

  async #takeCapture(record: WarcRecord): Promise<void> {
    const address = addressOf(record.headers)
    const key = captureKey(address, null)
    const head = await readHttpHead(record.block)
    if (key === undefined || !this.#spool.isOpen || !isWhole(head) || /^(?:dns|metadata|urn:pageinfo):/i.test(address)) {
      this.#leftOut += 1
      return
    }
    const contentType = head?.headers.get('content-type') ?? (head ? '' : (record.headers.get('content-type') ?? ''))
    const label = captureLabel(address, '', null, null)
    const bytes = head ? payloadOf(record.block, head) : record.block.bytes(Number.POSITIVE_INFINITY)
    const payload = new Payload(bytes, this.damaged)
    try {
      const start = await payload.reader.peek(HEAD)
      if (start.length === 0 && payload.fault !== undefined) throw payload.fault
      const { kind, mediaType } = await captureKind(start, typeOf(contentType), label)
      if (start.length === 0 || kind === 'other') {
        this.#leftOut += 1
        return
      }
      const charset = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null
      const content = await this.#hold(payload.reader, kind, address)
      const capturedAt = record.headers.get('warc-date') ?? null
      const isAgain = this.#known.has(address)
      const capture = { key, address, kind, mediaType, charset, capturedAt, status: head?.status ?? null, isAgain, content }
      await this.#settle(capture)
      for (const known of [record.headers.get('warc-payload-digest'), address])
        if (known !== undefined) this.#known.set(known, capture)
    } catch (error) {
      if (!(error instanceof SectionFault)) throw error
      this.#unread += 1
      this.#spool.refuse(label, 'capture', error.code, `It can not be taken out of the archive: ${error.message}`)
    }
  }

  /** Writes a file down and looks for what it refers to on the way. */
  async #hold(payload: ByteReader, kind: CaptureKind, address: string): Promise<HeldContent> {
    if (kind !== 'page' && kind !== 'style') return await this.#spool.hold(payload.bytes(Number.POSITIVE_INFINITY))
    const seen: Uint8Array[] = []
    let seenBytes = 0
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of payload.bytes(Number.POSITIVE_INFINITY)) {
        if (seenBytes < LONGEST_PAGE) seen.push(Uint8Array.from(piece))
        seenBytes += piece.length
        yield piece
      }
    }
    const content = await this.#spool.hold(pieces())
    const text = Buffer.concat(seen).toString('utf8')
    const references = kind === 'page' ? pageReferences(text, address) : styleReferences(text, address)
    for (const key of references) if (this.#shown.size < MOST_REFERENCES) this.#shown.add(key)
    return content
  }

  async #settle(capture: Capture): Promise<void> {
    if (capture.kind === 'picture') this.#pictures.push(capture)
    else if (capture.kind === 'style') await this.#addResource(capture)
    else await this.#addDocument(capture)
  }

  async #addResource({ key, mediaType, content }: Capture): Promise<void> {
    this.#resources += 1
    await this.#spool.addResource(key, mediaType, content)
  }

  async #addDocument(capture: Capture): Promise<void> {
    const { address, mediaType, charset, capturedAt, status } = capture
    this.#documents += 1
    const title = this.#titles.get(captureKey(address, null) ?? '') ?? null
    const declared = {
      mediaType,
      charset,
      sourceUrl: /^(?:urn:[\w-]{1,40}:)?(https?:.*)$/is.exec(address)?.[1] ?? null,
      capturedAt,
      ...(status === null || status === 200 ? {} : { httpStatus: status })
    }
    const path = captureLabel(address, mediaType, title, capture.isAgain ? capturedAt : null)
    const time = Date.parse(capturedAt ?? '')
    const modifiedAt = Number.isNaN(time) ? null : time
    await this.#spool.add({ path, relation: 'capture', declared, modifiedAt }, capture.content)
  }
}

/** What a server sent. Of a damaged one what there is counts: half a testimony is better than none. Bombs are passed on. */
class Payload {
  readonly reader: ByteReader
  fault: SectionFault | undefined

  constructor(bytes: AsyncIterable<Uint8Array>, onDamage: () => void) {
    this.reader = new ByteReader(this.#upToDamage(bytes, onDamage))
  }

  async *#upToDamage(bytes: AsyncIterable<Uint8Array>, onDamage: () => void): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes
    } catch (error) {
      if (!(error instanceof SectionFault) || error.code === 'bomb') throw error
      this.fault = error
      onDamage()
    }
  }
}

/** Early programs put the address in angle brackets. */
function addressOf(headers: WarcRecord['headers']): string {
  return (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/s, '$1')
}

const typeOf = (contentType: string): string => contentType.split(';')[0]?.trim().toLowerCase() ?? ''

/** Redirections say nothing themselves; of an answer in parts only one that is the whole counts. */
function isWhole(head: HttpHead | undefined): boolean {
  if (head?.status === undefined || head.status === null) return head === undefined
  if (head.status === 206) {
    const [, first, last, size] = /bytes (\d+)-(\d+)\/(\d+)/.exec(head.headers.get('content-range') ?? '') ?? []
    return Number(first) === 0 && Number(last) + 1 === Number(size)
  }
  return head.status >= 200 && head.status !== 204 && (head.status < 300 || head.status >= 400)
}
