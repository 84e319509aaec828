/** Verifying an archive that is not open in this process, whatever state its folder is in. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ArchivePlace, enter } from '#engine/integrity/archive-place'
import { checkNamedOriginals } from '#engine/integrity/check-named-originals'
import { damageSentence } from '#engine/integrity/damage-sentence'
import { hashInThreads, threadsFor } from '#engine/integrity/hash-in-threads'
import type { SharedPlace } from '#engine/integrity/hash-share'
import { type VerifyOptions, verifyArchive, verifyOlder } from '#engine/integrity/verify-archive'
import type { Work } from '#engine/integrity/work'
import { findConversion } from '#engine/keys/conversion'
import { Originals } from '#engine/originals/originals'
import { APPLICATION_ID, type ReadDb } from '#engine/store/connection'
import { databaseForm } from '#engine/store/database-keys'
import { takeLock } from '#engine/store/lock'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import { type OpenedAnyhow, openAnyhow } from '#engine/store/open-anyhow'
import { SanadError } from '#shared/errors'
import type { CustodyHead } from '#shared/model/custody'
import type { VerificationOutcome, VerifyProgress } from '#shared/model/integrity'

export type VerifyFolderOptions = Readonly<{
  isThorough: boolean
  /** Points of the custody log that were noted outside the archive. */
  noted?: readonly CustodyHead[]
  /** The built `hash-thread`; without it nothing is read beside the database. */
  hashEntry?: URL
  work: Work
  onProgress: (progress: VerifyProgress) => void
}>

/**
 * Verifies the archive in `directory`. Nothing in it is written, so that it works on a read-only medium, too. Where the database can not be
 * read, plain originals are held against their names, which are their SHA-256. Throws SanadError `archive-not-found` or
 * `archive-not-an-archive` where there is nothing to verify, and `archive-from-newer-version`.
 */
export async function verifyFolder(place: ArchivePlace, options: VerifyFolderOptions): Promise<VerificationOutcome> {
  const { directory, keys } = enter(place)
  const file = join(directory, 'archive.db')
  if (!existsSync(directory)) throw new SanadError('archive-not-found', `There is no archive at ${directory}.`)
  if (!statSync(directory).isDirectory() || !(existsSync(file) || existsSync(join(directory, 'originals'))))
    throw new SanadError(
      'archive-not-an-archive',
      `${directory} is not a Sanad archive: it has neither archive.db nor originals.`
    )
  const startedAt = Date.now()
  const withoutDatabase = async (why: string): Promise<VerificationOutcome> => {
    const found = await checkNamedOriginals(directory, options.work)
    const state = options.work.isEnded ? 'cancelled' : 'finished'
    const log = 'It can not be read, because it is in the database.'
    return { state, isThorough: options.isThorough, startedAt, endedAt: Date.now(), ...found, extra: [], database: why, log }
  }
  if (!existsSync(file)) return withoutDatabase('There is no archive.db. See “sanad repair” for bringing the archive back.')
  const wasThere = existsSync(`${file}-wal`)
  let opened: OpenedAnyhow
  let version: number
  try {
    opened = openAnyhow(file)
  } catch (error) {
    return withoutDatabase(damageSentence(error))
  }
  try {
    const { db } = opened
    const own = isPlain(file) ? null : keys
    let originals: Originals
    try {
      version = versionOf(db)
      originals = new Originals(directory, own, version > 0 && findConversion(db) !== undefined)
    } catch (error) {
      return withoutDatabase(damageSentence(error))
    }
    if (version === SCHEMA_VERSION)
      return await verifyArchive({
        directory,
        originals,
        db,
        ...options,
        ...beside({ directory, keys: own, isConverting: originals.isConverting }, db, options)
      })
    if (version > 0) return await verifyOlder({ directory, originals, db, ...options })
    return withoutDatabase('The database is empty, or that of another program.')
  } finally {
    opened.close()
    if (!wasThere) removeEmptyLog(directory)
  }
}

function beside(place: SharedPlace, db: ReadDb, { hashEntry: entry }: VerifyFolderOptions): Pick<VerifyOptions, 'readBeside'> {
  const threads = entry === undefined ? 0 : howMany(place.directory, db)
  if (entry === undefined || threads === 0) return {}
  return { readBeside: (work) => hashInThreads(db, { ...place, entry, threads }, work) }
}

function howMany(directory: string, db: ReadDb): number {
  try {
    return threadsFor(directory, db)
  } catch {
    // A damaged database can not tell. The verification says what is wrong with it.
    return 0
  }
}

/** The database itself decides whether an archive is encrypted. */
const isPlain = (file: string): boolean => databaseForm(file) !== 'sealed'

/** What a reading connection leaves beside a database that nobody has open: an empty log, and its index. */
function removeEmptyLog(directory: string): void {
  const log = join(directory, 'archive.db-wal')
  try {
    if (statSync(log).size > 0) return
    const lock = takeLock(join(directory, 'archive.lock'), directory)
    for (const end of ['-wal', '-shm']) rmSync(join(directory, `archive.db${end}`), { force: true })
    lock.release()
  } catch {
    // There is none, or somebody has the archive open, or nothing can be written here: it does no harm.
  }
}

/** 0 for what is no database of Sanad. Throws SanadError `archive-from-newer-version`. */
function versionOf(db: ReadDb): number {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) return 0
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > SCHEMA_VERSION)
    throw new SanadError(
      'archive-from-newer-version',
      `This archive was written by a newer Sanad (schema ${version}, this program knows ${SCHEMA_VERSION}). Verify it with the newer program.`
    )
  return version
}
