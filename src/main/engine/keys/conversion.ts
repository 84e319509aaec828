/**
 * The change of an archive from plain to encrypted, and back. It can be cut off at any moment, and goes on when the archive is opened again.
 *
 * To encrypt: the key file is written; an encrypted copy of the database, which says that the change is not finished, takes the place of the
 * plain one; then everything else is sealed, file by file. To decrypt: the database says so, everything else is opened file by file, and at the end
 * a plain copy takes its place, and the key file goes. So the database is plain only while nothing is sealed, but for originals that are damaged.
 */
import { accessSync, constants, existsSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { recordCustody } from '#engine/custody/record'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { largestBeside, openDatabasesBeside, sealDatabasesBeside } from '#engine/keys/convert-beside'
import { keyCopyPath, keyPath, removeStoredKey } from '#engine/keys/key-store'
import { hasSealedOriginals } from '#engine/keys/lock-state'
import { flushFile, flushFolder, newName, putInPlace, settleReplacement } from '#engine/keys/replace-file'
import { roomForOriginals } from '#engine/keys/room-for-originals'
import { convertOriginals, type TellConversion } from '#engine/originals/convert-originals'
import type { Originals } from '#engine/originals/originals'
import { findFact, removeFact, setFact } from '#engine/store/archive-facts'
import { durableTransaction, openForWriting, type ReadDb, transaction, type WriteDb } from '#engine/store/connection'
import { convertDatabase } from '#engine/store/convert-database'
import { setDatabaseKey } from '#engine/store/database-keys'
import { SanadError } from '#shared/errors'

const databaseFile = (directory: string): string => join(directory, 'archive.db')

/** What is under way, written in the database itself. */
const FACT = 'encryption'
export type Conversion = 'sealing' | 'opening'

export function findConversion(db: ReadDb): Conversion | undefined {
  const fact = findFact(db, FACT)
  return fact === 'sealing' || fact === 'opening' ? fact : undefined
}

/** Left over beside what it is written with. */
const SPARE_BYTES = 64 << 20

/**
 * Throws SanadError `disk-full` where there is no room for a change: a copy of the largest database, or of the largest original, whichever is
 * more, what sealed originals take more than plain ones, and a little. Originals are converted one by one, so that no more is needed for them.
 * Throws the error of the disk where nothing can be written at all. Nothing is opened for it but the database given; without one, originals are not asked for: on a full disk a database may not open at all.
 */
export function demandRoomForConversion(directory: string, to: 'plain' | 'sealed', db?: ReadDb): void {
  // A medium that can not be written has no room either, and more of it would not help: that is to be told.
  accessSync(directory, constants.W_OK)
  const { bavail, bsize } = statfsSync(directory)
  const { largest, growth } = db ? roomForOriginals(db, to, bsize) : { largest: 0, growth: 0 }
  const needed = growth + Math.max(largest, statSync(databaseFile(directory)).size, largestBeside(directory)) + SPARE_BYTES
  if (bavail * bsize >= needed) return
  const mb = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`
  throw new SanadError(
    'disk-full',
    `This needs about ${mb(needed)} free on the disk with the archive; ${mb(bavail * bsize)} are. Nothing was changed.`
  )
}

/** Puts an encrypted copy of a closed, plain database in its place. The key file must be on the disk. */
export function encryptDatabase(directory: string, keys: ArchiveKeys): void {
  replaceDatabase(directory, null, keys.database, (db) => {
    setFact(db, FACT, 'sealing' satisfies Conversion)
    recordCustody(db, 'passphrase-set', {})
  })
}

/** Seals everything that is plain in an encrypted archive that is being opened. What can not be sealed now is tried again next time. */
export function finishSealing(
  directory: string,
  db: WriteDb,
  keys: ArchiveKeys,
  originals: Originals,
  tell: TellConversion
): void {
  if (originals.sealWith) sealDatabasesBeside(directory, keys.database, originals.sealWith)
  if (convertOriginals(directory, originals, 'sealed', tell)) durableTransaction(db, () => removeFact(db, FACT))
}

/** From now on the archive is decrypted whenever it is opened, until it is plain. */
export function beginOpening(db: WriteDb): void {
  durableTransaction(db, () => setFact(db, FACT, 'opening' satisfies Conversion))
}

/**
 * Opens everything that is sealed. Originals that are damaged stay sealed, and the key file with them. The database must be closed before
 * `decryptDatabase`, which is the last step.
 */
export function openSealed(directory: string, keys: ArchiveKeys, originals: Originals, tell: TellConversion): void {
  convertOriginals(directory, originals, 'plain', tell)
  openDatabasesBeside(directory, keys.database)
}

export function decryptDatabase(directory: string, keys: ArchiveKeys): void {
  replaceDatabase(directory, keys.database, null, (db) => {
    removeFact(db, FACT)
    recordCustody(db, 'passphrase-removed', {})
  })
  dropIdleKey(directory)
}

/** The key file of a plain archive is what a change left that was cut off; it goes, unless something still needs it. */
export function dropIdleKey(directory: string): void {
  const isThere = existsSync(keyPath(directory)) || existsSync(keyCopyPath(directory))
  if (isThere && !hasSealedOriginals(directory)) removeStoredKey(directory)
}

/** Clears what was cut off while a file took the place of another. To be called under the archive's lock, before its database is opened. */
export function settleReplacements(directory: string): void {
  for (const path of [databaseFile(directory), keyPath(directory), keyCopyPath(directory)]) settleReplacement(path)
  for (const end of ['.seed', '.seed-journal', '-wal', '-shm', '-journal'])
    rmSync(`${newName(databaseFile(directory))}${end}`, { force: true })
}

/**
 * Throws SanadError `archive-in-use` while the database has a log beside it that could not be written back, because a connection still reads: it
 * would be taken for the log of the copy that takes the database's place, and destroy it.
 */
export function demandAtRest(directory: string): void {
  const log = statSync(`${databaseFile(directory)}-wal`, { throwIfNoEntry: false })
  if (log !== undefined && log.size > 0)
    throw new SanadError('archive-in-use', `Something still reads ${directory}. Try again in a moment; nothing was changed.`)
}

/** `change` is made in the copy, so that it and the new key come at once. */
function replaceDatabase(directory: string, from: Uint8Array | null, to: Uint8Array | null, change: (db: WriteDb) => void): void {
  const file = databaseFile(directory)
  demandAtRest(directory)
  const fresh = newName(file)
  rmSync(fresh, { force: true })
  convertDatabase({ file, key: from }, { file: fresh, key: to })
  setDatabaseKey(directory, to)
  const db = openForWriting(fresh)
  try {
    // Without a log beside it, which would not come along: what does not get into the file itself is refused here.
    db.pragma('journal_mode = DELETE')
    transaction(db, () => change(db))
  } finally {
    db.close()
  }
  flushFile(fresh)
  flushFolder(directory)
  putInPlace(file, from !== null)
}
