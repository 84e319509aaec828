import { SanadError } from '#shared/errors'

/** A call that waits for its turn on a thread. */
export type WaitingCall = Readonly<{ name: string; input: unknown }>

/** What only accompanies results and documents: nobody looks at it first. */
const ACCOMPANYING: ReadonlySet<string> = new Set([
  'search.facets',
  'search.terms',
  'search.years',
  'search.offers',
  'search.examples',
  'suggest.query',
  'suggest.spelling',
  'savedSearches.counts',
  'library.sidebar',
  'archive.info',
  'names.list',
  'reread.outdated',
  // Whatever was asked before an archive is closed is still answered.
  'engine.close'
])

/** Searches first, then documents and all else, then what accompanies them. */
const rankOf = ({ name }: WaitingCall): number => (name === 'search.run' ? 0 : ACCOMPANYING.has(name) ? 2 : 1)

type Search = Readonly<{ query: string; typing?: boolean }>
const asSearch = ({ name, input }: WaitingCall): Search | null => (name === 'search.run' ? (input as Search) : null)

/** A search for an unfinished word is over once another text is searched for. */
function isOutdated(older: WaitingCall, newer: WaitingCall): boolean {
  const [before, after] = [asSearch(older), asSearch(newer)]
  return before?.typing === true && after !== null && after.query !== before.query
}

type Waiting = Readonly<{ call: WaitingCall; start: () => void; refuse: (error: SanadError) => void }>

/**
 * The order in which a thread answers what was asked of it while it was at work: the newest search first, other calls as they came, and
 * last what only accompanies results. A search for an unfinished word that still waits when another is asked for is not begun.
 */
export class Agenda {
  readonly #waiting: Waiting[] = []
  #isScheduled = false

  /** Runs `work` when its turn comes; passes on what becomes of it. Rejects with SanadError `superseded` when it is outdated before. */
  take<Result>(call: WaitingCall, work: () => Result | Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#refuseOutdated(call)
      const start = (): void => {
        // Inside a promise, what is thrown at once is passed on as well.
        new Promise<Result>((done) => done(work())).then(resolve, reject)
      }
      this.#waiting.push({ call, start, refuse: reject })
      this.#schedule()
    })
  }

  #refuseOutdated(newer: WaitingCall): void {
    for (let at = this.#waiting.length - 1; at >= 0; at--) {
      const waiting = this.#waiting[at]
      if (waiting === undefined || !isOutdated(waiting.call, newer)) continue
      this.#waiting.splice(at, 1)
      waiting.refuse(new SanadError('superseded', 'Another text was searched for meanwhile.'))
    }
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return
    this.#isScheduled = true
    // A task of its own for each: what arrives while one is at work takes part in the order.
    setImmediate(() => {
      this.#isScheduled = false
      this.#next()?.start()
      this.#schedule()
    })
  }

  #next(): Waiting | undefined {
    let best = 0
    for (const [at, { call }] of this.#waiting.entries()) {
      const [rank, bestRank] = [rankOf(call), rankOf(this.#waiting[best]?.call ?? call)]
      if (rank < bestRank || (rank === bestRank && rank === 0)) best = at
    }
    return this.#waiting.splice(best, 1)[0]
  }
}
