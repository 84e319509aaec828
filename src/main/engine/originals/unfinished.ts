import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Where files are until they are whole: in the same file system, so that they get their names by being renamed. */
export const unfinishedFolder = (directory: string): string => join(directory, 'originals', 'unfinished')

/** Makes the folders and clears what a crash left unfinished. Whole originals are never touched. */
export function prepareOriginals(directory: string): void {
  const unfinished = unfinishedFolder(directory)
  mkdirSync(unfinished, { recursive: true })
  for (const name of readdirSync(unfinished)) removeUnfinished(join(unfinished, name))
}

/**
 * Removes an unfinished file or folder. What a parser process of a crashed program is still writing into stays until the archive is
 * opened again.
 */
export function removeUnfinished(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 4, retryDelay: 50 })
  } catch (error) {
    console.error('an unfinished file could not be removed', error)
  }
}
