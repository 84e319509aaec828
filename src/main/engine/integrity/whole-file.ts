/** Files that appear under their name only when they are whole and on the disk. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { SanadError } from '#shared/errors'

/** Room that is left to others, in bytes. */
const LEFT_TO_OTHERS = 64 << 20

/** How many bytes the disk lacks for as many and some more; 0 where there is room. Throws errors of the disk. */
export function lackingRoom(folder: string, bytes: number): number {
  const { bavail, bsize } = statfsSync(folder)
  return Math.max(0, bytes + LEFT_TO_OTHERS - bavail * bsize)
}

/** Throws SanadError `disk-full` unless the disk has room for as many bytes and some more. */
export function demandRoom(folder: string, bytes: number): void {
  if (lackingRoom(folder, bytes) > 0)
    throw new SanadError('disk-full', `The disk with ${folder} has no room for another copy of the database. Nothing is lost.`)
}

/** Flushes a finished file and gives it its name; what had the name before is replaced. */
export function publish(part: string, file: string): void {
  flush(part, 'r+')
  renameSync(part, file)
  flushFolder(dirname(file))
}

/**
 * Makes sure that what was committed in a database is on the disk, also what an import committed, which is not flushed each time: before a copy
 * of it gets its name, lest that know more than the database after a power cut. Subtle: of the log beside it only. SQLite holds no lock on that
 * file; on another, the system would drop the locks of this process as soon as it is closed here.
 */
export function flushCommitted(database: string): void {
  const log = `${database}-wal`
  if (existsSync(log)) flush(log, 'r+')
}

/** Makes sure that names given in a folder are on the disk. */
export function flushFolder(folder: string): void {
  try {
    flush(folder, 'r')
  } catch {
    // Windows knows no flushing of folders; there a rename is on the disk by itself.
  }
}

function flush(path: string, flags: string): void {
  const descriptor = openSync(path, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Removes an unfinished database and what SQLite may have left beside it. */
export function dropPart(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(part + end, { force: true })
}
