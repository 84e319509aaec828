import type { Tally } from '#engine/import/counts'
import { isSqliteError, transaction, type WriteDb } from '#engine/store/connection'
import { forgetRecordedCompounds } from '#engine/store/full-text'
import { forgetRecordedTerms } from '#engine/store/record-terms'

/** A batch is committed when it holds this many writes or bytes, or when its first write is this old. */
const MAX_WRITES = 64
const MAX_BYTES = 8 << 20
const MAX_AGE_MS = 150

type Write = Readonly<{ apply: () => void; bytes: number; done: () => void; failed: (error: unknown) => void }>

/**
 * Commits many small writes in few transactions; a write is either wholly in a commit or not at all.
 *
 * When a batch fails, its writes are tried one by one, so that only the one at fault fails. A full or broken disk fails them all.
 */
export class BatchWriter {
  readonly #db: WriteDb
  readonly #tally: Tally
  readonly #beforeCommit: () => void
  readonly #afterCommit: () => void
  #pending: Write[] = []
  #bytes = 0
  #timer: NodeJS.Timeout | undefined

  /** What writes add to `tally` is taken back when they are rolled back. `beforeCommit` runs inside each transaction, after its writes. */
  constructor(db: WriteDb, tally: Tally, beforeCommit: () => void, afterCommit: () => void) {
    this.#db = db
    this.#tally = tally
    this.#beforeCommit = beforeCommit
    this.#afterCommit = afterCommit
  }

  /** Resolves once `apply` has run and is committed; rejects when it can not be. `apply` may run twice, the first time rolled back. */
  write(bytes: number, apply: () => void): Promise<void> {
    return new Promise((done, failed) => {
      this.#pending.push({ apply, bytes, done, failed })
      this.#bytes += bytes
      if (this.#pending.length >= MAX_WRITES || this.#bytes >= MAX_BYTES) this.flush()
      else this.#timer ??= setTimeout(() => this.flush(), MAX_AGE_MS)
    })
  }

  /** Commits what is waiting now. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const batch = this.#pending
    this.#pending = []
    this.#bytes = 0
    if (batch.length === 0) return
    try {
      this.#commit(batch)
    } catch (error) {
      if (batch.length === 1 || isDiskTrouble(error)) for (const write of batch) write.failed(error)
      else for (const write of batch) this.#commitAlone(write)
    }
    this.#afterCommit()
  }

  #commit(batch: readonly Write[]): void {
    const before = this.#tally.counts()
    try {
      transaction(this.#db, () => {
        for (const write of batch) write.apply()
        this.#beforeCommit()
      })
    } catch (error) {
      this.#tally.restore(before)
      forgetRecordedCompounds(this.#db)
      forgetRecordedTerms(this.#db)
      throw error
    }
    for (const write of batch) write.done()
  }

  #commitAlone(write: Write): void {
    try {
      this.#commit([write])
    } catch (error) {
      write.failed(error)
    }
  }
}

/** Trouble that every further write would meet as well. */
export function isDiskTrouble(error: unknown): boolean {
  if (['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_READONLY'].some((code) => isSqliteError(error, code))) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EROFS'
}
