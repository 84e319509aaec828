import { createHash } from 'node:crypto'
import { faultAt } from '#engine/custody/chain'
import { lastRecordedOriginal } from '#engine/custody/record-originals'
import type { ReadDb } from '#engine/store/connection'
import { type CustodyRow, eachOriginal, newestOriginal } from '#engine/store/custody-events'
import type { CustodyDetails, CustodyFault } from '#shared/model/custody'

const MOST_NAMED = 20
/** Originals looked at before other work gets its turn. */
const SLICE = 5000

/** Half as long as in hex, and no longer than the bytes. */
const keyOf = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1')
const hexOf = (key: string): string => Buffer.from(key, 'latin1').toString('hex')

/** Nothing for a list that this program would not have written: then the originals are found not to be listed. */
function listedIn(details: string): readonly string[] {
  const { sha256 } = JSON.parse(details) as Readonly<{ sha256?: unknown }>
  return Array.isArray(sha256) ? sha256.filter((one): one is string => typeof one === 'string') : []
}

/** Gathers what the log says of originals, and holds it against those that the archive has. Memory: about 60 bytes an original. */
export class OriginalsInLog {
  readonly #listed = new Set<string>()
  #begun: CustodyDetails['log-begun'] | undefined

  /** To be called with each entry whose place in the chain is checked. */
  take({ kind, details }: CustodyRow): void {
    if (kind === 'originals-added') for (const hex of listedIn(details)) this.#listed.add(keyOf(hex))
    else if (kind === 'log-begun') this.#begun = JSON.parse(details) as CustodyDetails['log-begun']
  }

  /** To be called at one moment with the reading of the log's end; the check itself may take its time. Yields between slices. */
  check(db: ReadDb): Generator<void, CustodyFault | undefined> {
    return this.#check(db, lastRecordedOriginal(db), newestOriginal(db))
  }

  *#check(db: ReadDb, recorded: number, newest: number): Generator<void, CustodyFault | undefined> {
    const expected = this.#listed.size + (this.#begun?.originals ?? 0)
    const digest = createHash('sha256')
    const unlisted: string[] = []
    let [found, others] = [0, 0]
    for (const { sha256, sizeBytes } of eachOriginal(db, Math.max(recorded, newest))) {
      found += 1
      if (found % SLICE === 0) yield
      if (this.#listed.delete(keyOf(sha256))) continue
      others += 1
      if (this.#begun) digest.update(`${sha256} ${sizeBytes}\n`)
      else if (unlisted.length < MOST_NAMED) unlisted.push(sha256)
    }
    const lost = [...this.#listed].slice(0, MOST_NAMED).map(hexOf)
    const isAsBegun = this.#begun ? digest.digest('hex') === this.#begun.originalsDigest : others === 0
    if (lost.length === 0 && isAsBegun && recorded >= newest) return undefined
    return faultAt('other-originals', expected, found, [...lost, ...unlisted])
  }
}
