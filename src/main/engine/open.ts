/** An archive is one folder: `archive.db` and `originals/`, and `archive.key` when it is encrypted. Everything else in it can be made again. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { archiveName } from '#engine/archive-name'
import { beginLog } from '#engine/custody/begin-log'
import { recordCustody } from '#engine/custody/record'
import { digestOfAdded } from '#engine/custody/record-originals'
import { asSanadError } from '#engine/disk-error'
import { demandArchive } from '#engine/integrity/demand-archive'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { Originals } from '#engine/originals/originals'
import { prepareOriginals } from '#engine/originals/unfinished'
import { sweepVocabulary } from '#engine/search/sweep-vocabulary'
import { findFact, setFact } from '#engine/store/archive-facts'
import { databaseForm, openForReading, openForWriting, type ReadDb, transaction, type WriteDb } from '#engine/store/connection'
import { eraseUndone } from '#engine/store/erase-undone'
import { markInterruptedImports } from '#engine/store/imports'
import { type ArchiveLock, takeLock } from '#engine/store/lock'
import { migrate, type TellUpgrade } from '#engine/store/migrate'
import { settleRollCalls } from '#engine/store/rollcalls'
import { vocabularyGeneration } from '#engine/store/vocabulary'
import { SanadError } from '#shared/errors'

const databaseFile = (directory: string): string => join(directory, 'archive.db')

/** An archive open for writing. Close it, or its lock lasts as long as the process. */
export type Archive = Readonly<{ directory: string; name: string; db: WriteDb; originals: Originals; close: () => void }>

/**
 * Makes a new archive in `directory`, which must not exist or be empty, and opens it.
 * Throws SanadError `archive-exists`, `archive-folder-not-empty`, `permission-denied`, `disk-full` or `disk-error`.
 */
export function createArchive(directory: string): Archive {
  if (existsSync(databaseFile(directory))) throw new SanadError('archive-exists', `There is an archive in ${directory} already.`)
  return onDisk(directory, () => {
    mkdirSync(directory, { recursive: true })
    if (readdirSync(directory).length > 0) {
      throw new SanadError('archive-folder-not-empty', `${directory} holds other files; an archive needs a folder of its own.`)
    }
    return openLocked(directory, null)
  })
}

export type OpenOptions = Readonly<{
  /** Told how far an archive of an earlier version is with becoming one of this version. */
  tell?: TellUpgrade
  /** Of an encrypted archive. */
  keys?: ArchiveKeys | null
}>

/**
 * Opens an existing archive for writing. One of an earlier version is brought to this one first.
 * Throws SanadError `archive-locked` (it is encrypted, and no keys are given), `archive-not-found`, `archive-not-an-archive`, `archive-in-use`, `archive-from-newer-version`, `archive-damaged`,
 * `permission-denied`, `disk-full` or `disk-error`.
 */
export function openArchive(directory: string, options: OpenOptions = {}): Archive {
  demandArchive(directory)
  return onDisk(directory, () => openLocked(directory, keysFor(directory, options.keys ?? null), options.tell))
}

/** A second, reading connection to an archive this process has open. `keys`: those it was unlocked with. */
export function openReader(directory: string, keys: ArchiveKeys | null = null): ReadDb {
  return onDisk(directory, () => openForReading(databaseFile(directory), keysFor(directory, keys)?.database ?? null))
}

/** The originals of an archive this process has open, for a thread that only reads. */
export const openOriginals = (directory: string, keys: ArchiveKeys | null = null): Originals =>
  new Originals(directory, keysFor(directory, keys))

/** The database itself decides whether an archive is encrypted. Throws SanadError `archive-locked` when it is, and there are no keys. */
function keysFor(directory: string, keys: ArchiveKeys | null): ArchiveKeys | null {
  const form = databaseForm(databaseFile(directory))
  if (form === 'sealed' && !keys && existsSync(join(directory, 'archive.key')))
    throw new SanadError('archive-locked', `${directory} is locked with a passphrase.`)
  return form === 'plain' ? null : keys
}

function openLocked(directory: string, keys: ArchiveKeys | null, tell?: TellUpgrade): Archive {
  const lock = takeLock(join(directory, 'archive.lock'), directory)
  try {
    return openUnder(lock, directory, keys, tell)
  } catch (error) {
    lock.release()
    throw error
  }
}

function openUnder(lock: ArchiveLock, directory: string, keys: ArchiveKeys | null, tell?: TellUpgrade): Archive {
  const file = databaseFile(directory)
  const db = openForWriting(file, keys?.database ?? null)
  try {
    migrate(db, file, tell)
    if (vocabularyGeneration(db) === 0) for (const _step of sweepVocabulary(db));
    const [isNew, now] = [findFact(db, 'created_at') === undefined, Date.now()]
    beginLog(db, isNew, now)
    if (isNew) setFact(db, 'created_at', String(now))
    prepareOriginals(directory)
    settleImports(db)
    settleRollCalls(db)
    eraseRecorded(db)
  } catch (error) {
    db.close()
    throw error
  }
  const close = (): void => {
    eraseAtTheEnd(db)
    db.close()
    lock.release()
  }
  return { directory, name: archiveName(directory), db, originals: new Originals(directory, keys), close }
}

function settleImports(db: WriteDb): void {
  transaction(db, () => {
    for (const { id, state, counts } of markInterruptedImports(db))
      recordCustody(db, 'import-ended', { import: id, state, counts, ...digestOfAdded(db, id) })
  })
}

function eraseRecorded(db: WriteDb): void {
  eraseUndone(db, (erased) => recordCustody(db, 'erased', erased))
}

/** Whoever closes the archive after a deletion is done with what was deleted. */
function eraseAtTheEnd(db: WriteDb): void {
  try {
    eraseRecorded(db)
  } catch (error) {
    // A full disk must not keep an archive open; it is tried again when the archive is opened.
    console.error('what was deleted could not be erased yet', error)
  }
}

/** Turns what the file system and SQLite say into the sentence a person needs. */
function onDisk<T>(directory: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asSanadError(error, directory)
  }
}
