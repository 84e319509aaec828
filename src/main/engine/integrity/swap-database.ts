/** Putting a mended database in the place of a damaged one, so that a crash at any moment leaves one of the two. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { removeUnfinishedRepair } from '#engine/integrity/unfinished-repair'
import { dropPart, flushFolder } from '#engine/integrity/whole-file'

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
 * archive's lock. The database goes first: without it, `finishSwap` knows what is left to do; without its log it would open as it was earlier.
 */
export function swapDatabase(directory: string, now = new Date()): void {
  const file = databaseFile(directory)
  const kept = keptName(directory, now)
  // What SQLite makes anew, or finds empty, is no part of it.
  rmSync(`${file}-shm`, { force: true })
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size === 0) rmSync(`${file}-wal`)
  if (existsSync(file)) renameSync(file, kept)
  flushFolder(directory)
  placeMended(directory, kept)
}

/** Finishes a swap that was cut short. To be called before an archive is looked for. Cost: a look at the disk. */
export function finishSwap(directory: string): void {
  if (!existsSync(mendedFile(directory)) || existsSync(databaseFile(directory))) return
  placeMended(directory, newestKept(directory) ?? keptName(directory, new Date()))
}

/** The log of the database that was set aside goes after it: beside the mended one it would be taken for that one's. */
function placeMended(directory: string, kept: string): void {
  const file = databaseFile(directory)
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${kept}-wal`)
  flushFolder(directory)
  renameSync(mendedFile(directory), file)
  flushFolder(directory)
}

/** What was set aside last, where its log is not there yet. */
function newestKept(directory: string): string | undefined {
  const names = readdirSync(directory).filter((name) => /^archive\.db\.damaged-[\dT-]+$/.test(name))
  const newest = names.sort().at(-1)
  if (newest === undefined || existsSync(join(directory, `${newest}-wal`))) return undefined
  return join(directory, newest)
}

/**
 * Removes what a repair left that was cut off before its swap: nothing had changed then. To be called under the archive's lock. Left there, it
 * would take the place of a database that is lost later.
 */
export function dropUnswapped(directory: string): void {
  if (!existsSync(databaseFile(directory))) return
  dropPart(`${mendedFile(directory)}.part`)
  if (!existsSync(mendedFile(directory))) return
  removeUnfinishedRepair(directory)
  dropPart(mendedFile(directory))
}
