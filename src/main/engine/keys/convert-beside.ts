/** Databases that lie in an archive's folder beside its own: copies kept by an upgrade, snapshots, what a repair set aside. */
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { flushFile, newName, putInPlace, settleReplacement } from '#engine/keys/replace-file'
import { wipeFile } from '#engine/keys/wipe-file'
import { copySealed } from '#engine/sealed/copy-sealed'
import type { SealGroup } from '#engine/sealed/sealed-format'
import { convertDatabase } from '#engine/store/convert-database'
import { databaseForm } from '#engine/store/database-keys'

/** What a database is sealed as that is too damaged to be copied: its bytes, as a sealed file. */
const SEALED = '.sealed'

/** Every plain database in the archive's folder but its own becomes encrypted. `group` seals those that can not be read. */
export function sealDatabasesBeside(directory: string, key: Uint8Array, group: SealGroup): void {
  for (const folder of foldersOf(directory)) settleIn(folder)
  for (const file of databasesBeside(directory, 'plain')) {
    if (tryConvert({ file, key: null }, key)) continue
    copySealed(file, `${file}${SEALED}`, group)
    wipeFile(file)
  }
}

/** Every encrypted database that the archive's key opens becomes plain. */
export function openDatabasesBeside(directory: string, key: Uint8Array): void {
  for (const folder of foldersOf(directory)) settleIn(folder)
  for (const file of databasesBeside(directory, 'sealed')) tryConvert({ file, key }, null)
}

/** The size of the largest. */
export function largestBeside(directory: string): number {
  const files = [...databasesBeside(directory, 'plain'), ...databasesBeside(directory, 'sealed')]
  return Math.max(0, ...files.map((file) => lstatSync(file).size))
}

const OWN: ReadonlySet<string> = new Set([
  'archive.db',
  'archive.db-wal',
  'archive.db-shm',
  'archive.lock',
  'archive.lock-journal'
])

const foldersOf = (directory: string): string[] =>
  [directory, join(directory, 'snapshots')].filter((folder) => existsSync(folder))

function databasesBeside(directory: string, form: 'plain' | 'sealed'): string[] {
  return foldersOf(directory).flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && !OWN.has(entry.name) && /\.db(?:\.|$)/.test(entry.name) && !entry.name.endsWith(SEALED)
      )
      .map((entry) => join(folder, entry.name))
      .filter((file) => databaseForm(file) === form)
  )
}

/** Completes what was cut off while one of them took the place of another. */
function settleIn(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (/\.db(?:\..*)?\.new\.seed(?:-journal)?$/.test(name)) rmSync(path, { force: true })
    else if (/\.db(?:\..*)?\.(?:new|old)$/.test(name)) settleReplacement(path.replace(/\.(?:new|old)$/, ''))
  }
}

function tryConvert(from: Readonly<{ file: string; key: Uint8Array | null }>, key: Uint8Array | null): boolean {
  const fresh = newName(from.file)
  rmSync(fresh, { force: true })
  try {
    convertDatabase(from, { file: fresh, key })
  } catch (error) {
    rmSync(fresh, { force: true })
    if (isOutOfRoom(error)) throw error
    return false
  }
  flushFile(fresh)
  putInPlace(from.file, from.key !== null)
  return true
}

const isOutOfRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:SQLITE_FULL|SQLITE_IOERR.*|ENOSPC|EDQUOT|EROFS)$/.test(String(error.code))
