import { forgetKeys } from '#engine/keys/archive-keys'
import type { EngineClient } from '#main/engine-client'
import { findFirstArchive } from '#main/first-archive'
import { HeldArchive, type HeldArchiveParts } from '#main/held-archive'
import { createInTurn } from '#main/in-turn'
import { createPassphraseChanges } from '#main/passphrase-changes'
import { SanadError } from '#shared/errors'
import type { ArchiveState, PassphraseWork } from '#shared/model/app'

/** What became of a wish to lock: `plain` archives have no passphrase, and stay open. */
export type LockOutcome = 'locked' | 'plain' | 'nothing-open'

export type ArchiveSession = Readonly<{
  /** Opens the archive for this start. Never rejects: what went wrong stands in the state. */
  start: () => Promise<void>
  /** The state once nothing is being opened or closed any more; at once while a passphrase is set or removed. */
  state: () => Promise<ArchiveState>
  /** The open archive's engine, after any change under way. Rejects with `no-archive-open`, or `archive-locked`. */
  engine: () => Promise<EngineClient>
  /**
   * Opens another archive in place of this one; one that has a passphrase waits for it. When that fails this one stays as it was, and
   * the SanadError is passed on.
   */
  open: (directory: string, options: { create: boolean }) => Promise<ArchiveState>
  /** `index` counts in the recents of the state; rejects with `not-found`. */
  openRecent: (index: number) => Promise<ArchiveState>
  forgetRecent: (index: number) => Promise<ArchiveState>
  clearRecents: () => Promise<ArchiveState>
  close: () => Promise<ArchiveState>
  /** Opens the archive that waits for its passphrase. Rejects with `wrong-passphrase`, `key-damaged` or why it could not be opened. */
  unlock: (passphrase: string) => Promise<ArchiveState>
  /**
   * Opens the archive that had a passphrase when it was last open here, and has none now. `isOurs`: somebody who is trusted removed it; it is not
   * asked again. Where it can not be opened, the state says why.
   */
  openUnprotected: (isOurs: boolean) => Promise<ArchiveState>
  /** Whether an archive with a passphrase is open at this moment. */
  isLockable: () => boolean
  /**
   * Locks an archive that is open, in this very call; one that is being opened once it is. Work that has not ended within `patienceMs`
   * is cut off. Resolves when the threads have ended.
   */
  lock: (patienceMs: number) => Promise<LockOutcome>
  /** Encrypts the open archive, which is closed meanwhile. Rejects with `import-running`. */
  setPassphrase: (passphrase: string) => Promise<ArchiveState>
  /** Rejects with `wrong-passphrase`, as does the next. */
  changePassphrase: (passphrases: Readonly<{ current: string; next: string }>) => Promise<ArchiveState>
  /** Decrypts the open archive, which is closed meanwhile. */
  removePassphrase: (passphrase: string) => Promise<ArchiveState>
  /** What is being done about the passphrase now. */
  passphraseWork: () => PassphraseWork | null
  /** Of the SQLite library; undefined while no archive is open. */
  sqliteVersion: () => Promise<string | undefined>
  /** Closes the archive for good, without telling the window. */
  stop: () => Promise<void>
}>

export type ArchiveSessionOptions = HeldArchiveParts &
  Readonly<{
    /** Absolute. Opened at the start and created when missing, whatever was open last, and not remembered; for tests and scripts. */
    fixedArchive: string | undefined
    /** Opened at the start when no archive was ever opened, and created when missing, if it may be. */
    defaultArchive: string
    mayMakeDefault: () => boolean
  }>

/** Holds the one archive that is open or locked. Changes happen one after another; whoever asks meanwhile waits for their end. */
export function createArchiveSession(options: ArchiveSessionOptions): ArchiveSession {
  const { recents, memory } = options
  const held = new HeldArchive(options)
  const changes = createInTurn()
  const onPassphrase = createPassphraseChanges(held, options)

  const switchTo = (directory: string, create: boolean): Promise<ArchiveState> =>
    changes.run(async () => {
      if (create || !held.isHere(directory)) await held.approach(directory, create)
      return held.announce()
    })
  const recentAt = (index: number): string => {
    const directory = recents.directories()[index]
    if (directory === undefined) throw new SanadError('not-found', `there is no recent archive number ${index}`)
    return directory
  }

  return {
    start: () => changes.run(() => openFirst(held, options)),
    state: async () => {
      if (onPassphrase.work() === null) await changes.settled()
      return held.describe()
    },
    engine: async () => {
      await changes.settled()
      return held.opened()
    },
    open: (directory, { create }) => switchTo(directory, create),
    openRecent: async (index) => switchTo(recentAt(index), false),
    forgetRecent: async (index) => {
      const directory = recentAt(index)
      recents.forget(directory)
      memory.forget(directory)
      return held.announce()
    },
    clearRecents: () => {
      recents.clear()
      memory.clear()
      return held.announce()
    },
    close: () =>
      changes.run(async () => {
        await held.leave()
        return held.announce()
      }),
    unlock: (passphrase) => changes.run(() => unlock(held, options, passphrase)),
    openUnprotected: (isOurs) => changes.run(() => openUnprotected(held, options, isOurs)),
    isLockable: () => held.isLockable,
    lock: (patienceMs) => {
      const ended = held.lock(patienceMs)
      return changes.run(() => finishLock(held, ended, patienceMs))
    },
    setPassphrase: (passphrase) => changes.run(() => onPassphrase.set(passphrase)),
    changePassphrase: (given) => changes.run(() => onPassphrase.change(given)),
    removePassphrase: (passphrase) => changes.run(() => onPassphrase.remove(passphrase)),
    passphraseWork: onPassphrase.work,
    sqliteVersion: () => changes.run(async () => held.engine?.sqliteVersion()),
    stop: () => changes.run(() => held.leave())
  }
}

async function openFirst(held: HeldArchive, options: ArchiveSessionOptions): Promise<void> {
  const { recents, log, fixedArchive, defaultArchive, mayMakeDefault } = options
  try {
    const lastArchive = recents.directories()[0]
    const first = await findFirstArchive({ fixedArchive, defaultArchive, lastArchive, mayMakeDefault: mayMakeDefault() })
    if (first !== undefined) await held.approach(first.directory, first.create)
  } catch (error) {
    log.error('the archive could not be opened at start', error)
    held.noteProblem(error)
  }
  await held.announce()
}

async function unlock(held: HeldArchive, { passphrases }: ArchiveSessionOptions, passphrase: string): Promise<ArchiveState> {
  if (held.locked === undefined) return held.describe()
  const keys = await passphrases.unlock(held.locked, passphrase)
  try {
    await held.enter(held.locked, { create: false, keys })
  } catch (error) {
    forgetKeys(keys)
    throw error
  }
  return held.announce()
}

async function openUnprotected(
  held: HeldArchive,
  { memory, log }: ArchiveSessionOptions,
  isOurs: boolean
): Promise<ArchiveState> {
  const directory = held.unprotected
  if (directory === undefined) return held.describe()
  try {
    await held.enter(directory, { create: false, keys: null })
    if (isOurs) memory.forget(directory)
  } catch (error) {
    log.error('an archive that has lost its passphrase could not be opened', error)
    await held.leave()
    held.noteProblem(error)
  }
  return held.announce()
}

/** `ended`: of the archive that was locked at once; undefined when none was. */
async function finishLock(held: HeldArchive, ended: Promise<void> | undefined, patienceMs: number): Promise<LockOutcome> {
  await ended
  // What was being opened meanwhile.
  const late = held.lock(patienceMs)
  await late
  if (held.engine !== undefined) return 'plain'
  if (ended === undefined && late === undefined) return 'nothing-open'
  await held.announce()
  return 'locked'
}
