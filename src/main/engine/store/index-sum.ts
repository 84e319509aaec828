/**
 * The sum of an index: of each word at each place a number, added up. Two indexes of the same words at the same places have the same sum,
 * in whatever order they are walked, and others hardly ever (one in 2^64).
 */
import type { ReadDb } from '#engine/store/connection'
import type { IndexColumns } from '#engine/store/full-text'
import type { DocumentId } from '#shared/model/ids'

const COLUMNS = ['body', 'title', 'people', 'rest', 'notes'] as const
const COLUMN_NUMBER: ReadonlyMap<string, number> = new Map(COLUMNS.map((name, at) => [name, at]))

const [FIRST, SECOND] = [0x9e3779b1, 0x85ebca77] as const

function hashOf(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return hash
}

function mixed(hash: number, id: number, place: number, seed: number): number {
  let n = Math.imul(hash ^ seed, 0xc2b2ae3d) ^ Math.imul(id, seed) ^ Math.imul(place, 0x27d4eb2f)
  n = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d)
  n = Math.imul(n ^ (n >>> 12), 0x297a2d39)
  return n ^ (n >>> 15)
}

export class IndexSum {
  #first = 0
  #second = 0

  #add(hash: number, id: number, column: number, offset: number): void {
    const place = column + 8 * offset
    this.#first = (this.#first + mixed(hash, id, place, FIRST)) | 0
    this.#second = (this.#second + mixed(hash, id, place, SECOND)) | 0
  }

  /** Adds what is to be indexed of a document. */
  addColumns(id: DocumentId, columns: IndexColumns): void {
    for (const [number, name] of COLUMNS.entries()) {
      const text = name === 'notes' ? '' : columns[name]
      if (text === '') continue
      let offset = 0
      for (const term of text.split(' ')) this.#add(hashOf(term), id, number, offset++)
    }
  }

  /** Adds what the index holds, a few thousand places between two steps. The statement stays open until the last one. */
  *addIndex(db: ReadDb): Generator<void> {
    const places = db
      .prepare<[], [string, number, string, number]>('SELECT term, doc, col, offset FROM index_place')
      .raw()
      .iterate()
    let [last, hash, n] = ['', hashOf(''), 0]
    for (const [term, id, column, offset] of places) {
      if (term !== last) {
        last = term
        hash = hashOf(term)
      }
      this.#add(hash, id, COLUMN_NUMBER.get(column) ?? 7, offset)
      if (++n % 5000 === 0) yield
    }
  }

  equals(other: IndexSum): boolean {
    return this.#first === other.#first && this.#second === other.#second
  }
}
