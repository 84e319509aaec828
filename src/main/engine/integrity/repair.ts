/** Mending an archive. Nothing is ever deleted: the damaged database is kept beside the mended one, under a name that says when. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordCustody } from '#engine/custody/record'
import type { Extractor } from '#engine/extract/job'
import { adoptOriginals } from '#engine/integrity/adopt-originals'
import { type ArchivePlace, enter } from '#engine/integrity/archive-place'
import { findSource } from '#engine/integrity/diagnose'
import { isSoundSource } from '#engine/integrity/is-sound-source'
import { mendFrom } from '#engine/integrity/mend-from'
import { countPending, readAllAgain } from '#engine/integrity/read-all-again'
import { listSnapshots, snapshotFile } from '#engine/integrity/snapshots'
import { finishSwap, mendedFile, swapDatabase } from '#engine/integrity/swap-database'
import {
  isRepairUnfinished,
  readUnfinishedRepair,
  removeUnfinishedRepair,
  type UnfinishedRepair,
  writeUnfinishedRepair
} from '#engine/integrity/unfinished-repair'
import { demandRoom, dropPart, publish } from '#engine/integrity/whole-file'
import type { Work } from '#engine/integrity/work'
import { openArchive } from '#engine/open'
import { rankWhenDue, storeRanking } from '#engine/search/rank-when-due'
import { sweepWhenDue } from '#engine/search/sweep-when-due'
import { APPLICATION_ID, durableTransaction, isSqliteError, openForReading } from '#engine/store/connection'
import { findLastEvent } from '#engine/store/custody-events'
import { optimizeIndex } from '#engine/store/full-text'
import { takeLock } from '#engine/store/lock'
import { forgetSnapshotFailure } from '#engine/store/snapshot-failure'
import { value } from '#engine/store/statement'
import { SanadError } from '#shared/errors'
import type { CustodyHead } from '#shared/model/custody'
import type { RebuildSource, Repaired, RepairProgress } from '#shared/model/integrity'

export type Repair =
  /** The index is made anew from the texts. */
  | Readonly<{ way: 'index' }>
  /** The snapshot of a day takes the place of the database. */
  | Readonly<{ way: 'snapshot'; day: string }>
  /** A new database: every original is read again. */
  | Readonly<{ way: 'rebuild' }>

export type RepairParts = Readonly<{
  extractor: () => Extractor
  work: Work
  tell: (progress: RepairProgress) => void
}>

/**
 * Mends the archive in one of the three ways, and keeps the damaged database. When it is cut short before the mended one is in its place,
 * nothing has changed; after that, the archive opens, and `finishRepair` does what is left.
 * Throws SanadError `archive-in-use`, `not-found` (no such snapshot), `archive-damaged` when this way does not lead out of it, `disk-full`
 * and errors of the disk.
 */
export async function repairArchive(place: ArchivePlace, repair: Repair, parts: RepairParts): Promise<Repaired> {
  const { directory } = enter(place)
  const lock = takeLock(join(directory, 'archive.lock'), directory)
  let from: RebuildSource | null = null
  let lost: CustodyHead | null = null
  try {
    finishSwap(directory)
    lost = lastHead(place)
    if (repair.way === 'snapshot') copySnapshot(directory, repair.day)
    else from = await mend(place, repair.way, parts)
    writeUnfinishedRepair(directory, { ...repair, lost })
    swapDatabase(directory)
  } finally {
    lock.release()
  }
  return { ...(await finish(place, { ...repair, lost }, parts)), from }
}

/**
 * Goes on with a repair that was cut off after the mended database had its place; nothing where there is none. To be called before an archive
 * is opened for work: originals that came in since the snapshot are no documents yet. Throws as `repairArchive`.
 */
export async function finishRepair(place: ArchivePlace, parts: RepairParts): Promise<void> {
  const { directory } = enter(place)
  const left = readUnfinishedRepair(directory)
  if (left) await finish(place, left, parts)
}

/** How far the log had got in the database that is about to be set aside, where that can still be read. */
function lastHead({ directory }: ArchivePlace): CustodyHead | null {
  try {
    const db = openForReading(join(directory, 'archive.db'))
    try {
      const last = findLastEvent(db)
      return last === undefined ? null : { seq: last.seq, hash: last.hash }
    } finally {
      db.close()
    }
  } catch {
    // It is damaged: that is why it is mended.
    return null
  }
}

function copySnapshot(directory: string, day: string): void {
  const snapshot = listSnapshots(directory).find((one) => one.day === day)
  if (!snapshot) throw new SanadError('not-found', `There is no snapshot of ${day}.`)
  demandRoom(directory, snapshot.bytes)
  const part = `${mendedFile(directory)}.part`
  dropPart(part)
  try {
    copyFileSync(snapshotFile(directory, day), part)
    demandOpens(part, day)
    publish(part, mendedFile(directory))
  } finally {
    dropPart(part)
  }
}

/** In an encrypted archive: opens with its keys. Of anything else in it, a restored archive tells when it is verified. */
function demandOpens(part: string, day: string): void {
  try {
    const db = openForReading(part)
    try {
      if (Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID) return
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isSqliteError(error, 'SQLITE_NOTADB') && !isSqliteError(error, 'SQLITE_CORRUPT')) throw error
  }
  throw new SanadError(
    'archive-damaged',
    `The snapshot of ${day} does not open: it is damaged, or of another archive. Nothing was changed.`
  )
}

async function mend(place: ArchivePlace, way: 'index' | 'rebuild', { work, tell }: RepairParts): Promise<RebuildSource> {
  const { directory } = place
  const file = join(directory, 'archive.db')
  if (way === 'index') {
    if (!(await isSoundSource(file, true, 'whole', work)))
      throw new SanadError(
        'archive-damaged',
        'More than the index is damaged: it can not be made anew from the texts. Nothing was changed.'
      )
    await mendFrom(place, { source: file, withTexts: true, work, tell })
    return { from: 'database', at: Date.now() }
  }
  const found = await findSource(place, listSnapshots(directory), work)
  await mendFrom(place, { source: found.file, withTexts: false, work, tell })
  return found.source
}

async function finish(
  { directory, keys }: ArchivePlace,
  repair: UnfinishedRepair,
  { extractor, work, tell }: RepairParts
): Promise<Omit<Repaired, 'from'>> {
  const archive = openArchive(directory, { keys })
  try {
    const { db } = archive
    const count = (condition = '1'): number => value<number>(db, `SELECT count(*) FROM document WHERE ${condition}`) ?? 0
    // Cut off before the swap: opening has cleared what there was of it.
    if (!isRepairUnfinished(directory)) return { documents: count(), adopted: 0 }
    const total = countPending(archive)
    await readAllAgain(archive, extractor(), work, (done) => tell({ stage: 'reading', done, total }))
    const adopted = repair.way === 'index' ? 0 : await adoptOriginals(archive, extractor(), work)
    if (total + adopted > 0) {
      optimizeIndex(db)
      storeRanking(db)
      await rankWhenDue(db, () => work.isEnded)
      await sweepWhenDue(db, () => work.isEnded)
    }
    const documents = count()
    // Ended by a person: the rest is done before the archive is opened the next time.
    if (work.isEnded) return { documents, adopted }
    const failed = count("status = 'failed'")
    durableTransaction(db, () => {
      // What the copy says of snapshots that failed is of its day.
      forgetSnapshotFailure(db)
      if (repair.way === 'snapshot') recordCustody(db, 'restored', { name: repair.day ?? '', lost: repair.lost })
      else recordCustody(db, 'repaired', { what: repair.way === 'index' ? 'index' : 'database', documents, failed })
    })
    removeUnfinishedRepair(directory)
    return { documents, adopted }
  } finally {
    archive.close()
  }
}
