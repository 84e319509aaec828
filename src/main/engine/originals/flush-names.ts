import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolder } from '#engine/keys/replace-file'

/** The folders that originals of an archive lie in. */
export function shelvesOf(directory: string): string[] {
  const originals = join(directory, 'originals')
  const entries = readdirSync(originals, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(originals, name))
}

/** Makes sure that names given on these shelves are on the disk: the bytes of originals are before, but a rename is kept by its folder. */
export function flushNames(directory: string, shelves: Iterable<string>): void {
  for (const shelf of shelves) flushFolder(shelf)
  flushFolder(join(directory, 'originals'))
}
