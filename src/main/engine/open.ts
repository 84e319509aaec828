/** An archive is one folder: `archive.db` and `originals/`, and `archive.key` when it is encrypted. Everything else in it can be made again. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { archiveName } from '#engine/archive-name'
import { beginLog } from '#engine/custody/begin-log'
import { recordCustody } from '#engine/custody/record'
import { digestOfAdded } from '#engine/custody/record-originals'
import { onDisk } from '#engine/disk-error'
import { demandArchive } from '#engine/integrity/demand-archive'
import { dropUnfinishedCopies } from '#engine/integrity/snapshots'
import { dropUnswapped } from '#engine/integrity/swap-database'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import {
  type Conversion,
  decryptDatabase,
  dropIdleKey,
  findConversion,
  finishSealing,
  openSealed,
  settleReplacements
} from '#engine/keys/conversion'
import type { KeyFile } from '#engine/keys/key-file'
import { writeStoredKey } from '#engine/keys/key-store'
import { readLockState } from '#engine/keys/lock-state'
import { isUnwritable, openUnchanged } from '#engine/open-unchanged'
import { Originals } from '#engine/originals/originals'
import { prepareOriginals } from '#engine/originals/unfinished'
import { sweepVocabulary } from '#engine/search/sweep-vocabulary'
import { findFact, setFact } from '#engine/store/archive-facts'
import { openForReading, openForWriting, type ReadDb, transaction, type WriteDb } from '#engine/store/connection'
import { databaseForm, setDatabaseKey } from '#engine/store/database-keys'
import { eraseUndone } from '#engine/store/erase-undone'
import { markInterruptedImports } from '#engine/store/imports'
import { type ArchiveLock, takeLock } from '#engine/store/lock'
import { demandKnownVersion, migrate, type TellUpgrade } from '#engine/store/migrate'
import { closeAtRest } from '#engine/store/rest'
import { settleRollCalls } from '#engine/store/rollcalls'
import { vocabularyGeneration } from '#engine/store/vocabulary'
import { SanadError } from '#shared/errors'

const databaseFile = (directory: string): string => join(directory, 'archive.db')

/** An archive open for writing. Close it, or its lock lasts as long as the process. */
export type Archive = Readonly<{
  directory: string
  name: string
  db: WriteDb
  originals: Originals
  /** It has a passphrase, and all of it lies encrypted. */
  isEncrypted: boolean
  /** It lies where nothing can be written, or on a full disk: every change is refused by the database. */
  isReadOnly: boolean
  /** A change of the passphrase that could not be finished yet, though it was tried: the disk is full, or an original can not be read. */
  unfinishedChange: Conversion | null
  close: () => void
}>

/** What an archive is to be encrypted with from its beginning (`newProtection`). */
export type Protection = Readonly<{ keyFile: KeyFile; keys: ArchiveKeys }>

/**
 * Makes a new archive in `directory`, which must not exist or be empty, and opens it.
 * Throws SanadError `archive-exists`, `archive-folder-not-empty`, `permission-denied`, `disk-full` or `disk-error`.
 */
export function createArchive(directory: string, protection: Protection | null = null): Archive {
  if (existsSync(databaseFile(directory))) throw new SanadError('archive-exists', `There is an archive in ${directory} already.`)
  return onDisk(directory, () => {
    // A folder of documents is no business of the computer's other users; whoever wants it shared says so to the system.
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    if (readdirSync(directory).length > 0) {
      throw new SanadError('archive-folder-not-empty', `${directory} holds other files; an archive needs a folder of its own.`)
    }
    if (protection) writeStoredKey(directory, protection.keyFile)
    return openLocked(directory, protection?.keys ?? null)
  })
}

export type OpenOptions = Readonly<{
  /** Told how far an archive of an earlier version is with becoming one of this version. */
  tell?: TellUpgrade
  /** Of an encrypted archive. */
  keys?: ArchiveKeys | null
}>

/**
 * Opens an existing archive for writing, and one that lies where nothing can be written for reading only (`isReadOnly`). One of an earlier
 * version is brought to this one first.
 * Throws SanadError `archive-locked` (it is encrypted, and no keys are given), `archive-not-found`,
 * `archive-leads-elsewhere` (its folder holds a link, or something else that no archive keeps), `archive-not-an-archive`, `archive-in-use`, `archive-from-newer-version`, `archive-damaged`,
 * `permission-denied`, `disk-full` or `disk-error`.
 */
export function openArchive(directory: string, options: OpenOptions = {}): Archive {
  onDisk(directory, () => demandArchive(directory))
  const keys = onDisk(directory, () => keysFor(directory, options.keys ?? null))
  try {
    return onDisk(directory, () => openLocked(directory, keys, options.tell))
  } catch (error) {
    const unchanged = isUnwritable(error) ? openUnchanged(directory, keys) : undefined
    if (unchanged) return unchanged
    throw error
  }
}

/**
 * A second, reading connection to an archive this process has open. `keys`: those it was unlocked with; left out in the thread that has it
 * open for writing.
 */
export function openReader(directory: string, keys?: ArchiveKeys | null): ReadDb {
  return onDisk(directory, () => {
    if (keys !== undefined) setDatabaseKey(directory, keysFor(directory, keys)?.database ?? null)
    return openForReading(databaseFile(directory))
  })
}

/** The originals of an archive this process has open, for a thread that only reads. Cost: of an encrypted one, its database is opened once. */
export function openOriginals(directory: string, given: ArchiveKeys | null = null): Originals {
  const keys = keysFor(directory, given)
  if (!keys) return new Originals(directory, null)
  const db = openForReading(databaseFile(directory), keys.database)
  try {
    return new Originals(directory, keys, findConversion(db) !== undefined)
  } finally {
    db.close()
  }
}

/**
 * The database itself decides whether an archive is encrypted. Throws SanadError `archive-locked` when it is, and there are no keys; and
 * `archive-damaged` when it is not, and there are: whoever unlocked it had an encrypted one before them. (Where decrypting was cut off the database
 * is encrypted to the last step, which `openUnder` does by itself.)
 */
function keysFor(directory: string, keys: ArchiveKeys | null): ArchiveKeys | null {
  const file = databaseFile(directory)
  if (existsSync(file) && databaseForm(file) === 'plain') {
    if (!keys) return null
    throw new SanadError(
      'archive-damaged',
      `${directory} was unlocked with its passphrase, and its database is not encrypted: somebody put another in its place. Nothing was opened or changed.`
    )
  }
  if (!keys && readLockState(directory) === 'locked')
    throw new SanadError('archive-locked', `${directory} is locked with a passphrase.`)
  return keys
}

function openLocked(directory: string, given: ArchiveKeys | null, tell: TellUpgrade = () => undefined): Archive {
  const lock = takeLock(join(directory, 'archive.lock'), directory)
  try {
    settleReplacements(directory)
    dropUnswapped(directory)
    dropUnfinishedCopies(directory)
    const keys = keysFor(directory, given)
    setDatabaseKey(directory, keys?.database ?? null)
    if (!keys) dropIdleKey(directory)
    return openUnder(lock, directory, keys, tell)
  } catch (error) {
    setDatabaseKey(directory, null)
    lock.release()
    throw error
  }
}

function openUnder(
  lock: ArchiveLock,
  directory: string,
  keys: ArchiveKeys | null,
  tell: TellUpgrade,
  mayConvert = true
): Archive {
  const db = openPrepared(directory, tell)
  let originals: Originals
  try {
    if (keys && mayConvert && convertOn(directory, db, keys, new Originals(directory, keys), tell)) {
      db.close()
      return openUnder(lock, directory, decryptedOr(directory, keys), tell, false)
    }
    originals = new Originals(directory, keys, findConversion(db) !== undefined)
  } catch (error) {
    db.close()
    throw error
  }
  const close = (): void => {
    eraseAtTheEnd(db)
    closeAtRest(db)
    setDatabaseKey(directory, null)
    lock.release()
  }
  const unfinishedChange = findConversion(db) ?? null
  return {
    directory,
    name: archiveName(directory),
    db,
    originals,
    isEncrypted: keys !== null,
    isReadOnly: false,
    unfinishedChange,
    close
  }
}

/** The database, of this version and with nothing left of a crash. */
function openPrepared(directory: string, tell: TellUpgrade): WriteDb {
  const file = databaseFile(directory)
  const db = openForWriting(file, demandKnownVersion)
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
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Goes on with a change of the passphrase that was begun. True when all is plain but the database, which is to be closed for that.
 * Trouble with the disk does not keep the archive closed: both forms are readable, and it is tried again.
 */
function convertOn(directory: string, db: WriteDb, keys: ArchiveKeys, originals: Originals, tell: TellUpgrade): boolean {
  const conversion = findConversion(db)
  if (conversion === undefined) return false
  try {
    if (conversion === 'sealing') finishSealing(directory, db, keys, originals, tell)
    else openSealed(directory, keys, originals, tell)
    return conversion === 'opening'
  } catch (error) {
    noteUnfinished(error)
    return false
  }
}

/** The last step of decrypting. Answers with the keys where the disk has no room for it: the archive opens with them as before. */
function decryptedOr(directory: string, keys: ArchiveKeys): ArchiveKeys | null {
  try {
    decryptDatabase(directory, keys)
    return null
  } catch (error) {
    noteUnfinished(error)
    settleReplacements(directory)
    if (databaseForm(databaseFile(directory)) === 'plain') return null
    setDatabaseKey(directory, keys.database)
    return keys
  }
}

/** No path: what is logged is plain. */
function noteUnfinished(error: unknown): void {
  console.error(`the change of the passphrase could not be finished yet${codeIn(error)}`)
}

const codeIn = (error: unknown): string => (error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '')

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
    console.error(`what was deleted could not be erased yet${codeIn(error)}`)
  }
}
