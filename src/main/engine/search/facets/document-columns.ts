import { Column } from '#engine/search/facets/column'
import type { GiveWay } from '#engine/search/facets/turns'
import type { ReadDb } from '#engine/store/connection'
import { rows, type SqlValue, value } from '#engine/store/statement'

/** Documents read at a time, between giving way: some milliseconds. */
const BATCH = 1000

type Read = Readonly<{
  id: number
  type: string
  language: string
  languages: string
  day: number | null
  publisher: string | null
  author: string | null
  importId: number
}>
type Change = Readonly<{ at: number; id: number }>

/**
 * What facets count, for every document of the archive, in memory: about 32 bytes a document and each different value once.
 *
 * Filled in batches the first time it is asked for, and kept current by what the database says has changed since: new documents and
 * sightings by their ids, changed documents by `changed_document`.
 */
export class DocumentColumns {
  readonly type = new Column()
  /** Codes of languages with line ends between. */
  readonly language = new Column()
  readonly publisher = new Column()
  /** Author lines, as they are written. */
  readonly author = new Column()
  readonly import = new Column()
  /** Folders a document was seen in: ids with spaces between. */
  readonly folders = new Column()
  readonly tags = new Column()
  readonly year = new Column()
  readonly #db: ReadDb
  #lastDocument = 0
  #lastSighting: number | undefined
  #lastChange = 0

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** The highest id of a document that was read. */
  get lastDocument(): number {
    return this.#lastDocument
  }

  /** The ids of all documents that were read, in order. */
  documents(): Uint32Array {
    const { codes } = this.type
    const ids = new Uint32Array(this.#lastDocument)
    let count = 0
    // Every document has a type; the id of one that was deleted has none.
    for (let id = 1; id <= this.#lastDocument; id += 1) if (codes[id] !== 0) ids[count++] = id
    return ids.subarray(0, count)
  }

  /**
   * Reads what is new in batches, giving way between them, then calls `work` on the columns as they are and on the same state of
   * the archive: `work` must not wait for anything.
   */
  async whenCurrent<T>(giveWay: GiveWay, work: () => T): Promise<T> {
    for (;;) {
      const step = this.#db.transaction(() =>
        this.#readBatch() ? { done: true as const, value: work() } : { done: false as const }
      )()
      if (step.done) return step.value
      await giveWay()
    }
  }

  /** Reads a batch of what is new or changed; true when nothing more is. */
  #readBatch(): boolean {
    const db = this.#db
    const changed = rows<Change>(
      db,
      'SELECT sequence AS at, document_id AS id FROM changed_document WHERE sequence > ? ORDER BY sequence LIMIT ?',
      [this.#lastChange, BATCH]
    )
    // What documents were seen in until now is read with them.
    this.#lastSighting ??= value<number>(db, 'SELECT max(id) FROM sighting') ?? 0
    const seen = rows<Change>(db, 'SELECT id AS at, document_id AS id FROM sighting WHERE id > ? ORDER BY id LIMIT ?', [
      this.#lastSighting,
      BATCH
    ])
    const known = [...changed, ...seen].map((change) => change.id).filter((id) => id <= this.#lastDocument)
    if (known.length > 0) this.#readAgain([...new Set(known)])
    const added = this.#readNew()
    this.#lastChange = changed.at(-1)?.at ?? this.#lastChange
    this.#lastSighting = seen.at(-1)?.at ?? this.#lastSighting
    return changed.length < BATCH && seen.length < BATCH && added < BATCH
  }

  #readNew(): number {
    const added = this.#list('d.id > ? ORDER BY d.id LIMIT ?', [this.#lastDocument, BATCH])
    const last = added.at(-1)
    if (last === undefined) return 0
    this.#take(added, 'document_id BETWEEN ? AND ?', [this.#lastDocument + 1, last.id])
    this.#lastDocument = last.id
    return added.length
  }

  #readAgain(ids: readonly number[]): void {
    const list = JSON.stringify(ids)
    for (const id of ids) this.#forget(id)
    this.#take(
      this.#list('d.id IN (SELECT value FROM json_each(?))', [list]),
      'document_id IN (SELECT value FROM json_each(?))',
      [list]
    )
  }

  #list(where: string, params: readonly SqlValue[]): Read[] {
    return rows<Read>(
      this.#db,
      `SELECT d.id, d.media_type AS type, d.language, d.languages, d.first_day AS day, d.publisher, d.author, d.import_id AS importId
       FROM document d WHERE ${where}`,
      params
    )
  }

  #take(read: readonly Read[], where: string, params: readonly SqlValue[]): void {
    const folders = this.#idsOf(`SELECT DISTINCT document_id AS id, folder_id AS of FROM sighting WHERE ${where}`, params)
    const tags = this.#idsOf(`SELECT document_id AS id, tag_id AS of FROM document_tag WHERE ${where}`, params)
    for (const { id, type, language, languages, day, publisher, author, importId } of read) {
      this.type.set(id, type)
      this.language.set(id, languagesOf(language, languages))
      this.year.set(id, day === null ? '' : String(Math.floor(day / 10_000)))
      this.publisher.set(id, publisher ?? '')
      this.author.set(id, author ?? '')
      this.import.set(id, String(importId))
      this.folders.set(id, joined(folders.get(id)))
      this.tags.set(id, joined(tags.get(id)))
    }
  }

  #forget(id: number): void {
    for (const column of [this.type, this.language, this.year, this.publisher, this.author, this.import, this.folders, this.tags])
      column.set(id, '')
  }

  #idsOf(sql: string, params: readonly SqlValue[]): Map<number, number[]> {
    const found = new Map<number, number[]>()
    for (const { id, of } of rows<{ id: number; of: number }>(this.#db, sql, params)) {
      const known = found.get(id)
      if (known === undefined) found.set(id, [of])
      else known.push(of)
    }
    return found
  }
}

const joined = (ids: number[] | undefined): string => (ids === undefined ? '' : ids.sort((a, b) => a - b).join(' '))

/** A document's main language, and those it has besides: almost always none. */
function languagesOf(main: string, others: string): string {
  if (others === '[]') return main
  return [...new Set([main, ...(JSON.parse(others) as string[])])].join('\n')
}
