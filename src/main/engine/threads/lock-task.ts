import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { changePassphrase, removePassphrase, setPassphrase, unlock } from '#engine/keys/passphrase-changes'
import type { TellConversion } from '#engine/originals/convert-originals'
import type { ThreadError } from '#engine/threads/messages'

/** What is done with the passphrase of an archive, in a thread that does nothing else and ends with it: the memory of Argon2id goes with it. */
export type LockTask =
  | Readonly<{ what: 'unlock' | 'set' | 'remove'; passphrase: string }>
  | Readonly<{ what: 'change'; current: string; next: string }>

/** For the entry of the engine's threads. */
export type LockThreadData = Readonly<{ role: 'lock'; directory: string; task: LockTask }>

export type FromLockThread =
  | Readonly<{ kind: 'progress'; done: number; total: number }>
  | Readonly<{ kind: 'done'; keys: ArchiveKeys | null }>
  | Readonly<{ kind: 'failed'; error: ThreadError }>

/** Answers with the archive's keys where the task gives any. Rejects with SanadError. */
export async function runLockTask(directory: string, task: LockTask, tell: TellConversion): Promise<ArchiveKeys | null> {
  switch (task.what) {
    case 'unlock':
      return await unlock(directory, task.passphrase)
    case 'set':
      return await setPassphrase(directory, task.passphrase, tell)
    case 'change':
      await changePassphrase(directory, task.current, task.next)
      return null
    case 'remove':
      await removePassphrase(directory, task.passphrase, tell)
      return null
  }
}
