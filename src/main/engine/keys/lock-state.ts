import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keyCopyPath, keyPath } from '#engine/keys/key-store'
import { originalForm } from '#engine/originals/originals'
import { databaseForm } from '#engine/store/database-keys'

/**
 * Whether an archive needs its passphrase. The database itself decides: a key file beside a plain database is what is left of a change that was
 * cut off. Never throws: what is no archive, or can not be looked at, is `plain`, and opening it says why it can not be opened.
 */
export function readLockState(directory: string): 'plain' | 'locked' {
  try {
    if (databaseForm(join(directory, 'archive.db')) !== 'sealed') return 'plain'
    // A plain database whose beginning was damaged looks the same: what else is in the folder tells.
    return existsSync(keyPath(directory)) || existsSync(keyCopyPath(directory)) || hasSealedOriginals(directory)
      ? 'locked'
      : 'plain'
  } catch {
    return 'plain'
  }
}

/** Whether any original is sealed, whatever the database is. Cost: lists the folders of originals up to the first. */
export function hasSealedOriginals(directory: string): boolean {
  const folder = join(directory, 'originals')
  if (!existsSync(folder)) return false
  return readdirSync(folder, { withFileTypes: true }).some(
    (shelf) =>
      shelf.isDirectory() &&
      shelf.name !== 'unfinished' &&
      readdirSync(join(folder, shelf.name)).some((name) => originalForm(name) === 'sealed')
  )
}
