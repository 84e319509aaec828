/**
 * What the main process does with the passphrase of an archive. Each call runs in a thread of its own, which ends with it.
 *
 * - `readLockState`: at once, from the main process; a look at the beginning of a file.
 * - `unlock`: about a second. Rejects with `wrong-passphrase` (the key file is whole), `key-damaged` (neither it nor its copy can be used) or
 *   `archive-damaged` (the database does not open with the right key). The keys are handed to `openEngine`; whoever holds them overwrites
 *   them with `forgetKeys` when the archive is locked.
 * - `set`: encrypts a *closed* archive; rejects with `archive-in-use`, `disk-full` (nothing is changed). Answers with the keys.
 * - `remove`: decrypts a *closed* archive.
 * - Either of these can be cut off at any moment, by the power or by the person: it goes on when the archive is opened the next time, before it opens
 *   (`archive.upgrading` tells how far it is).
 * - `change`: the archive may be open. Only the key file is written.
 */
import { Worker } from 'node:worker_threads'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { readLockState } from '#engine/keys/lock-state'
import type { TellConversion } from '#engine/originals/convert-originals'
import { fromThreadError } from '#engine/threads/from-thread-error'
import type { FromLockThread, LockTask, LockThreadData } from '#engine/threads/lock-task'

export type PassphraseCalls = Readonly<{
  readLockState: (directory: string) => 'plain' | 'locked'
  unlock: (directory: string, passphrase: string) => Promise<ArchiveKeys>
  set: (directory: string, passphrase: string, tell: TellConversion) => Promise<ArchiveKeys>
  change: (directory: string, passphrases: Readonly<{ current: string; next: string }>) => Promise<void>
  remove: (directory: string, passphrase: string, tell: TellConversion) => Promise<void>
}>

/** Progress is told this often at most. */
const TELL_MS = 100

/** `threadEntry` is the built entry of the engine's threads. */
export function passphraseCalls(threadEntry: URL): PassphraseCalls {
  const run = (directory: string, task: LockTask, tell: TellConversion = () => undefined): Promise<ArchiveKeys | null> =>
    runInThread(threadEntry, { role: 'lock', directory, task }, tell)
  const keysFrom = async (given: Promise<ArchiveKeys | null>): Promise<ArchiveKeys> => {
    const keys = await given
    if (!keys) throw new Error('the thread gave no keys')
    return keys
  }
  return {
    readLockState,
    unlock: (directory, passphrase) => keysFrom(run(directory, { what: 'unlock', passphrase })),
    set: (directory, passphrase, tell) => keysFrom(run(directory, { what: 'set', passphrase }, tell)),
    change: async (directory, { current, next }) => void (await run(directory, { what: 'change', current, next })),
    remove: async (directory, passphrase, tell) => void (await run(directory, { what: 'remove', passphrase }, tell))
  }
}

function runInThread(entry: URL, data: LockThreadData, tell: TellConversion): Promise<ArchiveKeys | null> {
  const worker = new Worker(entry, { workerData: data, name: 'sanad-lock' })
  let last = Number.NEGATIVE_INFINITY
  return new Promise<ArchiveKeys | null>((resolve, reject) => {
    worker.on('message', (message: FromLockThread) => {
      if (message.kind === 'done') resolve(message.keys)
      else if (message.kind === 'failed') reject(fromThreadError(message.error))
      else if (message.done === message.total || performance.now() - last >= TELL_MS) {
        last = performance.now()
        tell(message)
      }
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('the thread that works on the passphrase has ended')))
  }).finally(() => worker.terminate())
}
