import { compileQuery } from '#engine/search/compile-query'
import { countMatches } from '#engine/search/rank'
import type { ReadDb } from '#engine/store/connection'
import type { ExpansionSwitches, SearchFilter } from '#shared/model/search'

/** A search to count, without its page. */
export type CountedSearch = Readonly<{ query: string; filter: SearchFilter; expansions: ExpansionSwitches }>

/** Counts searches until its time or its number is over; a search that was counted costs nothing again. */
export class BoundedCount {
  readonly #db: ReadDb
  readonly #until: number
  #left: number
  readonly #known = new Map<string, number>()

  constructor(db: ReadDb, limits: Readonly<{ milliseconds: number; searches: number }>) {
    this.#db = db
    this.#until = performance.now() + limits.milliseconds
    this.#left = limits.searches
  }

  /** Exact; undefined when nothing more is counted. */
  of(search: CountedSearch): number | undefined {
    const key = JSON.stringify([search.query, search.filter, search.expansions])
    const known = this.#known.get(key)
    if (known !== undefined) return known
    if (this.#left <= 0 || performance.now() > this.#until) return undefined
    this.#left -= 1
    const documents = countMatches(this.#db, compileQuery(this.#db, search, search.filter))
    this.#known.set(key, documents)
    return documents
  }
}
