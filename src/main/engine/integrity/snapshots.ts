/**
 * Copies of the database, one a day, the newest three: `snapshots/<day>.db`. Each is a whole database of an archive, without what was
 * searched for and what was deleted.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { demandRoom, dropPart, flushCommitted, publish } from '#engine/integrity/whole-file'
import { openForReading, type ReadDb } from '#engine/store/connection'
import { isPlanted } from '#engine/store/database-keys'
import { FLEETING_TABLES } from '#engine/store/kept-tables'
import { openCopy } from '#engine/store/open-copy'
import { fileVerdict } from '#engine/store/soundness'
import { value } from '#engine/store/statement'
import { SanadError } from '#shared/errors'
import type { Snapshot } from '#shared/model/integrity'

/** How many are kept. */
const KEPT = 3

const DAY = /^(\d{4}-\d{2}-\d{2})\.db$/

export const snapshotsFolder = (directory: string): string => join(directory, 'snapshots')

export const snapshotFile = (directory: string, day: string): string => join(snapshotsFolder(directory), `${day}.db`)

/** The day of a moment, where the computer is. */
export function dayOf(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Newest first. Links and folders are none; nor is, in an encrypted archive that is unlocked, one that is plain: anybody could have made it. */
export function listSnapshots(directory: string): Snapshot[] {
  const folder = snapshotsFolder(directory)
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const day = DAY.exec(entry.name)?.[1]
      if (day === undefined || !entry.isFile() || isPlanted(join(folder, entry.name))) return []
      const { mtimeMs, size } = statSync(join(folder, entry.name))
      return [{ day, takenAt: Math.trunc(mtimeMs), bytes: size }]
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1))
}

/**
 * Takes the snapshot of a day, in place of one of the same day, and removes those that are too many. `db`: a reading connection that
 * nobody else uses. It is whole or it is not there. Throws SanadError `disk-full`, `archive-damaged` when what was copied is not sound
 * (then all older ones stay), and errors of the disk. Cost: reads and writes the whole database.
 */
export function takeSnapshot(db: ReadDb, { directory }: ArchivePlace, day: string): Snapshot {
  const folder = snapshotsFolder(directory)
  mkdirSync(folder, { recursive: true })
  demandRoom(folder, sizeOfSnapshot(db))
  const file = snapshotFile(directory, day)
  const part = `${file}.part`
  dropPart(part)
  try {
    db.prepare('VACUUM INTO ?').run(part)
    leaveOutFleeting(part)
    const copy = openForReading(part)
    const verdict = fileVerdict(copy, false)
    copy.close()
    if (verdict !== 'ok') throw new SanadError('archive-damaged', `A snapshot could not be taken: ${verdict}`)
    flushCommitted(join(directory, 'archive.db'))
    publish(part, file)
  } catch (error) {
    dropPart(part)
    throw error
  }
  for (const old of tooMany(listSnapshots(directory), day)) rmSync(snapshotFile(directory, old), { force: true })
  return { day, takenAt: Math.trunc(statSync(file).mtimeMs), bytes: statSync(file).size }
}

/** A snapshot of this database takes at most as many bytes. */
export const sizeOfSnapshot = (db: ReadDb): number =>
  value<number>(db, 'SELECT page_count * page_size FROM pragma_page_count, pragma_page_size') ?? 0

/**
 * The days of those that go when that of `today` was taken. Days to come are of a clock that went wrong, then or now: what they hold is older
 * than what was taken today either way, so that they go first.
 */
function tooMany(snapshots: readonly Snapshot[], today: string): readonly string[] {
  const days = snapshots.map(({ day }) => day)
  return [...days.filter((day) => day <= today), ...days.filter((day) => day > today)].slice(KEPT)
}

/** Removes what was cut off while a snapshot or the manifest was written. To be called under the archive's lock. */
export function dropUnfinishedCopies(directory: string): void {
  const folder = snapshotsFolder(directory)
  if (!existsSync(folder) || !lstatSync(folder).isDirectory()) return
  for (const name of readdirSync(folder))
    if (/^(?:\d{4}-\d{2}-\d{2}|manifest)\.db\.part(?:-journal|-wal|-shm)?$/.test(name))
      rmSync(join(folder, name), { force: true })
}

/** Each table is emptied by one statement without a condition, which leaves nothing in the gaps of its pages: see `erasingTransaction`. */
function leaveOutFleeting(file: string): void {
  const copy = openCopy(file)
  try {
    for (const table of FLEETING_TABLES) copy.exec(`DELETE FROM ${table}`)
  } finally {
    copy.close()
  }
}
