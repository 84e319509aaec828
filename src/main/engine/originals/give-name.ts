import { existsSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname } from 'node:path'

/** What everything sealed says of when it was written. File systems of memory cards know no time before 1980. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1))

/**
 * Gives a whole and flushed file its name among the originals, unless a file has that name already: then it goes. Neither a sealed file nor its
 * folder tells when it came; the archive itself knows.
 */
export function giveName(file: string, target: string, isSealed: boolean): void {
  const shelf = dirname(target)
  mkdirSync(shelf, { recursive: true })
  if (existsSync(target)) rmSync(file)
  else {
    if (isSealed) hideTimes(file)
    renameSync(file, target)
  }
  if (isSealed) hideTimes(shelf)
}

/** As far as a program reaches: the file system keeps times of its own, which are no part of copies. */
export function hideTimes(path: string): void {
  try {
    utimesSync(path, NO_TIME, NO_TIME)
  } catch (error) {
    // Only the owner may, and on some shared disks nobody: what is kept there is as good with its time as without.
    console.error('the time of an original could not be hidden:', error instanceof Error && 'code' in error ? error.code : '')
  }
}
