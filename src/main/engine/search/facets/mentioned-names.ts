import { dataVersion, type ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'

/** The documents that mention each name card, by the card's id; `size` is above every document's id. */
export type MentionedNames = Readonly<{ documentsOf: ReadonlyMap<number, Uint32Array>; size: number }>

/** Mentions in memory, read again when the archive changed. Cost: four bytes a mention. */
export class MentionCache {
  readonly #db: ReadDb
  #version = -1
  #documentsOf = new Map<number, Uint32Array>()

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** The mentions as they are now; `lastDocument`: the highest id of a document. */
  get(lastDocument: number): MentionedNames {
    const db = this.#db
    const version = dataVersion(db)
    if (version !== this.#version) {
      this.#documentsOf = read(db)
      this.#version = version
    }
    return { documentsOf: this.#documentsOf, size: lastDocument + 1 }
  }
}

function read(db: ReadDb): Map<number, Uint32Array> {
  const cards = rows<{ id: number }>(db, 'SELECT id FROM name')
  return new Map(
    cards.map(({ id }) => {
      const mentions = rows<{ id: number }>(db, 'SELECT document_id AS id FROM mention WHERE name_id = ?', [id])
      return [id, Uint32Array.from(mentions, (mention) => mention.id)]
    })
  )
}
