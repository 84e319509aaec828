import { Worker } from 'node:worker_threads'
import type { ExtractPool } from '#engine/extract/pool/pool'
import type { Conversion } from '#engine/keys/conversion'
import { fromThreadError } from '#engine/threads/from-thread-error'
import type { FromThread, ThreadData, ToThread } from '#engine/threads/messages'
import type { EventName, Events } from '#shared/contract'
import { SanadError } from '#shared/errors'

/** One of the engine's threads, from outside. */
export type Thread = Readonly<{
  call: (name: string, input: unknown) => Promise<unknown>
  post: (message: ToThread) => void
  /** Of the writing thread: the archive lies where nothing can be written. */
  isReadOnly: boolean
  /** Of the writing thread: a change of the passphrase that could not be finished yet. */
  unfinishedChange: Conversion | null
  /** Of the writing thread: the archive is encrypted. */
  isEncrypted: boolean
  /** Lets what is under way come to an end first. */
  close: () => Promise<void>
  /** Ends it as a crash would: what was committed stays, what was under way is gone, and its memory with it. */
  terminate: () => Promise<void>
}>

export type ThreadEvents = Readonly<{
  event: <E extends EventName>(name: E, payload: Events[E]) => void
  changed: (message: Extract<FromThread, { kind: 'changed' }>) => void
  /** A call for the writing thread. */
  pass: (message: Extract<FromThread, { kind: 'pass' }>) => void
}>

/** The answer to what was still asked when the archive was closed: nothing went wrong. */
const CLOSED = new SanadError('no-archive-open', 'The archive was closed.')

/** Starts one thread; resolves when its connection is open, rejects with why it could not be. */
export function startThread(entry: URL, data: ThreadData, pool: ExtractPool, events: ThreadEvents): Promise<Thread> {
  const worker = new Worker(entry, { workerData: data, name: `sanad-${data.role}` })
  const post = (message: ToThread): void => worker.postMessage(message)
  const calls = new Calls(post)
  let isClosed = false
  const thread: Omit<Thread, 'isReadOnly' | 'isEncrypted' | 'unfinishedChange'> = {
    call: (name, input) => calls.make(name, input),
    post,
    close: async () => {
      await calls.make('engine.close', {})
      isClosed = true
      await worker.terminate()
    },
    terminate: async () => {
      isClosed = true
      await worker.terminate()
    }
  }
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'reply' || message.kind === 'refusal') calls.settle(message)
      else if (message.kind === 'extract') void relay(pool, message.id, message.job, worker)
      else if (message.kind === 'changed') events.changed(message)
      else if (message.kind === 'pass') events.pass(message)
      else if (message.kind === 'event') events.event(message.name, message.payload as never)
      else if (message.kind === 'ready') {
        const { isReadOnly, isEncrypted, unfinishedChange } = message
        resolve({ ...thread, isReadOnly, isEncrypted, unfinishedChange })
      } else {
        void worker.terminate()
        reject(fromThreadError(message.error))
      }
    })
    worker.on('error', (error) => {
      calls.failAll(error)
      reject(error)
    })
    worker.on('exit', () => calls.failAll(isClosed ? CLOSED : new Error(`the ${data.role} thread has ended`)))
  })
}

async function relay(pool: ExtractPool, id: number, job: Uint8Array, worker: Worker): Promise<void> {
  const answer = await pool.runSerialized(job)
  worker.postMessage({ kind: 'extracted', id, answer } satisfies ToThread)
}

type Settled = Extract<FromThread, { kind: 'reply' | 'refusal' }>

/** Calls on their way, by number. */
class Calls {
  readonly #post: (message: ToThread) => void
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  #last = 0
  #ended: Error | undefined

  constructor(post: (message: ToThread) => void) {
    this.#post = post
  }

  make(name: string, input: unknown): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended)
    return new Promise((resolve, reject) => {
      this.#last += 1
      this.#waiting.set(this.#last, { resolve, reject })
      this.#post({ kind: 'call', id: this.#last, name, input })
    })
  }

  settle(message: Settled): void {
    const call = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'reply') call?.resolve(message.value)
    else call?.reject(fromThreadError(message.error))
  }

  failAll(error: Error): void {
    this.#ended = error
    for (const call of this.#waiting.values()) call.reject(error)
    this.#waiting.clear()
  }
}
