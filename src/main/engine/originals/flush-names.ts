import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolder } from '#engine/keys/replace-file'

/**
 * Makes sure that the names which originals were given (`giveName`) are on the disk: their bytes are before, but a rename is kept by its
 * folder. Throws errors of the file system. Cost: a flush of each of at most 257 folders, of which file systems with a journal write the
 * first only.
 */
export function flushNames(directory: string): void {
  const originals = join(directory, 'originals')
  for (const entry of readdirSync(originals, { withFileTypes: true }))
    if (entry.isDirectory()) flushFolder(join(originals, entry.name))
  flushFolder(originals)
}
