/** Putting a mended database in the place of a damaged one, so that a crash at any moment leaves one of the two. */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolder } from '#engine/integrity/whole-file'

const databaseFile = (directory: string): string => join(directory, 'archive.db')

/** Where a mended database stands once it is whole, until it has its place. */
export const mendedFile = (directory: string): string => join(directory, 'archive.db.mended')

/** A name under which the damaged database is kept: never one that is taken. */
function keptName(directory: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  let name = `${databaseFile(directory)}.damaged-${stamp}`
  for (let n = 2; existsSync(name) || existsSync(`${name}-wal`); n++) name = `${databaseFile(directory)}.damaged-${stamp}-${n}`
  return name
}

/**
 * Sets the damaged database and its log aside under a name of their own, and gives the mended one its place. To be called under the
 * archive's lock. Its log goes first: beside another database it would be taken for that one's.
 */
export function swapDatabase(directory: string, now = new Date()): void {
  const file = databaseFile(directory)
  const kept = keptName(directory, now)
  // What SQLite makes anew, or finds empty, is no part of it.
  rmSync(`${file}-shm`, { force: true })
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size === 0) rmSync(`${file}-wal`)
  for (const end of ['-wal', '']) if (existsSync(file + end)) renameSync(file + end, kept + end)
  flushFolder(directory)
  renameSync(mendedFile(directory), file)
  flushFolder(directory)
}

/** Finishes a swap that was cut short. To be called before an archive is looked for. Cost: a look at the disk. */
export function finishSwap(directory: string): void {
  if (!existsSync(mendedFile(directory)) || existsSync(databaseFile(directory))) return
  renameSync(mendedFile(directory), databaseFile(directory))
  flushFolder(directory)
}
