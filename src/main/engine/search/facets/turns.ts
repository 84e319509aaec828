import { setImmediate } from 'node:timers/promises'
import { SanadError } from '#shared/errors'

/** Gives way to whatever else waits for this thread. Throws SanadError `superseded` when the work is no longer wanted. */
export type GiveWay = () => Promise<void>

/**
 * Long answers on a thread that must stay quick: they run one after another and give way often, and only the newest of each kind
 * goes on. A search that arrives meanwhile is answered first.
 */
export class Turns {
  readonly #newest = new Map<string, number>()
  #last: Promise<unknown> = Promise.resolve()
  #count = 0

  /** Runs `work` after what was asked before. Throws SanadError `superseded` once another of this kind is asked for. */
  take<T>(kind: string, work: (giveWay: GiveWay) => Promise<T>): Promise<T> {
    this.#count += 1
    const mine = this.#count
    this.#newest.set(kind, mine)
    const check = (): void => {
      if (this.#newest.get(kind) !== mine) throw new SanadError('superseded', 'This was asked for again meanwhile.')
    }
    const giveWay = async (): Promise<void> => {
      await setImmediate()
      check()
    }
    const turn = this.#last.then(async () => {
      // Whatever arrived with the request, a search above all, is answered before it.
      await giveWay()
      return work(giveWay)
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}

/** For a caller that has the thread to itself: the command line. */
export const NEVER_WAITS: GiveWay = () => Promise.resolve()
