/** Reading the originals in threads of their own, while whoever verifies looks at the database. */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type OriginalsChecked, toHex } from '#engine/integrity/check-originals'
import { endShare, type HashShare, hashLeft, judgementAt, newShare, type SharedPlace } from '#engine/integrity/hash-share'
import { isRotating } from '#engine/integrity/rotating-disk'
import type { Work } from '#engine/integrity/work'
import type { ReadDb } from '#engine/store/connection'
import { eachOriginalRow, sumOriginals } from '#engine/store/original-rows'
import type { OriginalFinding } from '#shared/model/integrity'

/** More would only fight for the disk, and the rest of the computer is somebody's. */
const MOST_THREADS = 2
/** Starting a thread costs more than it saves when it has less than this to read. */
const WORTH_BYTES = 32 * 1024 * 1024
/** Originals whose rows are held at once: 2 MB. */
const AT_ONCE = 65_536
const LOOK_MS = 50

/** How many threads are to read the originals in this folder; 0: whoever verifies reads them itself, with nothing else at the same time. */
export function threadsFor(directory: string, db: ReadDb): number {
  if (availableParallelism() < 2 || isRotating(statSync(directory).dev)) return 0
  return Math.min(MOST_THREADS, Math.floor(sumOriginals(db).bytes / WORTH_BYTES))
}

export type InThreads = SharedPlace & Readonly<{ entry: URL; threads: number }>

/**
 * As `checkOriginals`, with as many threads of `entry` (`hash-thread`). What a thread leaves unread because it died is read here. Ends early
 * when the work is ended; a pause is not heeded. Memory: 3 MB, 1 MB a thread, and the findings.
 */
export async function hashInThreads(db: ReadDb, { entry, threads, ...place }: InThreads, work: Work): Promise<OriginalsChecked> {
  const crew = Array.from({ length: threads }, () => new Worker(entry, { name: 'sanad-hash' }))
  // Whoever waits for an answer hears of it; a thread that dies with nothing to do is no trouble.
  for (const worker of crew) worker.on('error', () => undefined)
  const findings: OriginalFinding[] = []
  let [checked, ok] = [0, 0]
  try {
    for (const some of eachFew(db)) {
      if (work.isEnded) break
      const share = newShare(place, some)
      await readAll(share, crew, work)
      for (const [at, sha256] of some.entries()) {
        const judgement = judgementAt(share, at)
        if (judgement === undefined) continue
        checked += 1
        if (judgement === 'ok') ok += 1
        else findings.push({ sha256: toHex(sha256), trouble: judgement })
      }
    }
    return { checked, ok, findings }
  } finally {
    for (const worker of crew) void worker.terminate()
  }
}

async function readAll(share: HashShare, crew: readonly Worker[], work: Work): Promise<void> {
  const watch = setInterval(() => work.isEnded && endShare(share), LOOK_MS)
  try {
    await Promise.all(crew.map((worker) => answerOf(worker, share)))
    await hashLeft(share)
  } finally {
    clearInterval(watch)
  }
}

/** Resolves when the thread has nothing left to take, and also when it ends without an answer. */
function answerOf(worker: Worker, share: HashShare): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['message', 'error', 'exit']) worker.off(event, done)
      resolve()
    }
    for (const event of ['message', 'error', 'exit']) worker.on(event, done)
    // One that has ended already says nothing any more.
    if (worker.threadId < 0) done()
    else worker.postMessage(share)
  })
}

function* eachFew(db: ReadDb): Generator<readonly Uint8Array[]> {
  let some: Uint8Array[] = []
  for (const { sha256 } of eachOriginalRow(db)) {
    if (some.push(sha256) < AT_ONCE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}
