import { resultIds } from '#engine/saved/result-ids'
import { unpackIds } from '#engine/saved/seen-set'
import type { ReadDb } from '#engine/store/connection'
import { listSavedSearches, type SavedSearchRow } from '#engine/store/saved-searches'
import { parseSearch } from '#engine/store/search-json'
import type { SavedSearchCount } from '#shared/model/saved-search'

/** After counting, at least so many times as long is left to everything else. */
const REST = 4
const LEAST_REST_MS = 300

/**
 * Counts what saved searches find, for who asks: in steps of a few milliseconds, between which searches are answered. While an import
 * commits many times a second, it counts anew only after a rest.
 */
export class SavedSearchCounting {
  readonly #db: ReadDb
  #running: Promise<readonly SavedSearchCount[]> | undefined
  #waiting: Promise<readonly SavedSearchCount[]> | undefined
  #notBefore = 0

  constructor(db: ReadDb) {
    this.#db = db
  }

  /** Counts as they stand after this call was made. Everybody who asks while counting is under way shares the next one. */
  counts(): Promise<readonly SavedSearchCount[]> {
    if (this.#running === undefined) return this.#start()
    this.#waiting ??= this.#running.then(
      () => this.#next(),
      () => this.#next()
    )
    return this.#waiting
  }

  #next(): Promise<readonly SavedSearchCount[]> {
    this.#waiting = undefined
    return this.#start()
  }

  #start(): Promise<readonly SavedSearchCount[]> {
    this.#running = this.#countAll().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #countAll(): Promise<readonly SavedSearchCount[]> {
    const rest = this.#notBefore - performance.now()
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
    const started = performance.now()
    const counts: SavedSearchCount[] = []
    if (this.#db.open) for (const row of listSavedSearches(this.#db)) counts.push(await this.#count(row))
    const ended = performance.now()
    this.#notBefore = ended + Math.max(LEAST_REST_MS, (ended - started) * REST)
    return counts
  }

  async #count({ id, search, seen }: SavedSearchRow): Promise<SavedSearchCount> {
    const isSeen = unpackIds(seen)
    let documents = 0
    let fresh = 0
    for (const ids of this.#steps(search)) {
      documents += ids.length
      fresh += ids.filter((one) => !isSeen(one)).length
      await new Promise(setImmediate)
    }
    return { id, documents, fresh }
  }

  /** Ends quietly when the archive is closed meanwhile. */
  *#steps(search: string): Generator<readonly number[]> {
    if (!this.#db.open) return
    for (const ids of resultIds(this.#db, parseSearch(search))) {
      yield ids
      if (!this.#db.open) return
    }
  }
}
