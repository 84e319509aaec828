/**
 * What can be done with the passphrase of an archive. All of it takes about a second of Argon2id and 64 MiB, and belongs into a thread or process
 * that ends afterwards (`threads/lock-thread`).
 *
 * Promised: `wrong-passphrase` is said only where the key file is whole; `key-damaged` where neither it nor its copy is, or both are gone;
 * `archive-damaged` where the key is right and the database does not open with it. Nothing is changed then.
 * Whoever is given keys overwrites them (`forgetKeys`) when they are done.
 */
import { join } from 'node:path'
import { recordCustody } from '#engine/custody/record'
import { onDisk } from '#engine/disk-error'
import { demandArchive } from '#engine/integrity/demand-archive'
import { type ArchiveKeys, forgetKeys } from '#engine/keys/archive-keys'
import { beginOpening, type Conversion, demandAtRest, demandRoomForConversion, encryptDatabase } from '#engine/keys/conversion'
import { keysOf, newProtection, unwrapDataKey, wrapDataKey } from '#engine/keys/data-key'
import type { KeyFile } from '#engine/keys/key-file'
import { placeStoredKey, prepareStoredKey, readStoredKey, writeStoredKey } from '#engine/keys/key-store'
import { hasSealedOriginals, readLockState } from '#engine/keys/lock-state'
import { openArchive } from '#engine/open'
import { isUnwritable } from '#engine/open-unchanged'
import type { TellConversion } from '#engine/originals/convert-originals'
import { checkpoint, durableTransaction, isSqliteError, openForReading, openForWriting } from '#engine/store/connection'
import { setDatabaseKey } from '#engine/store/database-keys'
import { takeLock } from '#engine/store/lock'
import { closeAtRest } from '#engine/store/rest'
import { SanadError } from '#shared/errors'

const databaseFile = (directory: string): string => join(directory, 'archive.db')

/** The keys of a locked archive. Throws SanadError as said above. A damaged key file is made good again from the other. */
export async function unlock(directory: string, passphrase: string): Promise<ArchiveKeys> {
  const { dataKey, keys } = await unwrap(directory, passphrase)
  dataKey.fill(0)
  try {
    onDisk(directory, () => demandRightKey(directory, keys))
    return keys
  } catch (error) {
    forgetKeys(keys)
    throw error
  }
}

/**
 * Gives a closed archive a passphrase and encrypts all of it; answers with its keys. Cut off, it goes on with the next opening, or when it is
 * called again with the same passphrase. Throws SanadError `archive-in-use`, `disk-full` (nothing is changed), `passphrase-unfinished` (the
 * passphrase is set, and what is left to be encrypted is tried again with each opening), and what opening throws.
 */
export async function setPassphrase(directory: string, passphrase: string, tell: TellConversion): Promise<ArchiveKeys> {
  if (readLockState(directory) === 'locked') {
    const keys = await unlock(directory, passphrase)
    return settled(directory, keys, tell)
  }
  demandArchive(directory)
  onDisk(directory, () => demandRoomForConversion(directory, 'sealed'))
  // Opened once: it is whole, of this version, and nobody else's.
  openArchive(directory, { tell }).close()
  const { keyFile, keys } = await newProtection(passphrase)
  onDisk(directory, () => {
    const lock = takeLock(join(directory, 'archive.lock'), directory)
    try {
      if (hasSealedOriginals(directory))
        throw new SanadError('archive-damaged', 'Some originals are sealed with an earlier passphrase. Put them right first.')
      const db = openForWriting(databaseFile(directory))
      try {
        demandRoomForConversion(directory, 'sealed', db)
        checkpoint(db)
      } finally {
        // At rest, so that it can still be read should the disk fill up now.
        closeAtRest(db)
      }
      demandAtRest(directory)
      writeStoredKey(directory, keyFile)
      encryptDatabase(directory, keys)
    } catch (error) {
      // What had to be done after the encrypted database had its place.
      throw readLockState(directory) === 'locked' ? unfinishedError(directory, error) : error
    } finally {
      lock.release()
    }
  })
  return settled(directory, keys, tell)
}

function settled(directory: string, keys: ArchiveKeys, tell: TellConversion): ArchiveKeys {
  try {
    settle(directory, keys, tell)
    return keys
  } catch (error) {
    forgetKeys(keys)
    throw error
  }
}

/**
 * Nothing is encrypted anew, so that the archive may be open: only the key file is. Whoever has a copy of the old one can still use it. Where it
 * fails (it throws) the current passphrase goes on to open the archive, whatever was written.
 */
export async function changePassphrase(directory: string, current: string, next: string): Promise<void> {
  const { dataKey, keys } = await unwrap(directory, current)
  try {
    const keyFile = await wrapDataKey(dataKey, next)
    onDisk(directory, () => {
      setDatabaseKey(directory, keys.database)
      const db = openForWriting(databaseFile(directory))
      try {
        prepareStoredKey(directory, keyFile)
        durableTransaction(db, () => recordCustody(db, 'passphrase-changed', {}))
        // Last, because nobody may be locked out by a commit that fails. Cut off before it, the log tells of a change that did not come about.
        placeStoredKey(directory)
      } finally {
        db.close()
      }
    })
  } finally {
    dataKey.fill(0)
    forgetKeys(keys)
  }
}

/**
 * Decrypts a closed archive and removes its key file. Cut off, it goes on with the next unlocking. Throws SanadError `wrong-passphrase`,
 * `key-damaged`, `archive-in-use`, `disk-full` (nothing is changed), `passphrase-unfinished` (the passphrase is still needed, and it is tried
 * again with each opening), and what opening throws.
 */
export async function removePassphrase(directory: string, passphrase: string, tell: TellConversion): Promise<void> {
  if (readLockState(directory) === 'plain') return
  const keys = await unlock(directory, passphrase)
  try {
    onDisk(directory, () => demandRoomForConversion(directory, 'plain'))
    const archive = openArchive(directory, { keys, tell })
    try {
      // Opening has finished a removal that was cut off.
      if (!archive.isEncrypted) return
      onDisk(directory, () => demandRoomForConversion(directory, 'plain', archive.db))
      beginOpening(archive.db)
    } finally {
      archive.close()
    }
    settle(directory, keys, tell)
  } finally {
    forgetKeys(keys)
  }
}

/**
 * Opening finishes what was begun. From here on the passphrase is set, or still needed, whatever the disk says: the person is told that, and not
 * only that the disk is full.
 */
function settle(directory: string, keys: ArchiveKeys, tell: TellConversion): void {
  let unfinished: Conversion | null
  try {
    const archive = openArchive(directory, { keys, tell })
    archive.close()
    unfinished = archive.unfinishedChange
  } catch (error) {
    if (!isUnwritable(error)) throw error
    throw unfinishedError(directory, error)
  }
  if (unfinished !== null) throw unfinishedError(directory)
}

const unfinishedError = (directory: string, cause?: unknown): SanadError =>
  new SanadError(
    'passphrase-unfinished',
    `The work on the passphrase of ${directory} is not finished: its disk is full, or an original can not be read. Nothing is lost, and the passphrase opens the archive. Free some space, then open it: it goes on by itself. Until then a part of it is not encrypted.`,
    { cause }
  )

/** The passphrase of a change that was cut off half way may be that of either key file: the one that was used stays. */
async function unwrap(directory: string, passphrase: string): Promise<Readonly<{ dataKey: Uint8Array; keys: ArchiveKeys }>> {
  demandArchive(directory)
  const stored = onDisk(directory, () => readStoredKey(directory))
  if (stored.state !== 'good')
    throw new SanadError(
      'key-damaged',
      stored.state === 'missing'
        ? `The key file of ${directory} is gone. Put archive.key back from a copy: without it no passphrase opens the archive.`
        : `The key file of ${directory} is damaged, and its copy as well. Put archive.key back from a copy of the archive.`
    )
  for (const key of stored.keys) {
    const dataKey = await unwrapDataKey(key, passphrase)
    if (!dataKey) continue
    if (stored.isRepairDue) repairKey(directory, key)
    return { dataKey, keys: keysOf(dataKey) }
  }
  throw new SanadError('wrong-passphrase', 'This passphrase does not open the archive.')
}

function repairKey(directory: string, key: KeyFile): void {
  try {
    writeStoredKey(directory, key)
  } catch (error) {
    // A read-only medium: it opens all the same.
    console.error('the key file could not be made good again:', error instanceof Error && 'code' in error ? error.code : '')
  }
}

/** Throws SQLITE_NOTADB or SQLITE_CORRUPT when the database is not one that this key opens; other trouble shows when it is opened for good. */
function demandRightKey(directory: string, keys: ArchiveKeys): void {
  try {
    const db = openForReading(databaseFile(directory), keys.database)
    try {
      db.pragma('schema_version')
    } finally {
      db.close()
    }
  } catch (error) {
    if (isSqliteError(error, 'SQLITE_NOTADB') || isSqliteError(error, 'SQLITE_CORRUPT')) throw error
  }
}
