import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export type FirstArchiveOptions = Readonly<{
  /** Asked for in so many words, by the environment. */
  fixedArchive: string | undefined
  /** The one open last, when there was one. */
  lastArchive: string | undefined
  defaultArchive: string
  /** False where nothing is remembered: there may be an archive elsewhere, so that a new one would only be in the way. */
  mayMakeDefault: boolean
}>

/**
 * The archive to open at the start: the one asked for, else the last one, else the default.
 * One that was open before is never made anew: when it is missing (an unplugged disk), the person must learn so.
 * Undefined: none is to be opened by itself.
 */
export async function findFirstArchive(
  options: FirstArchiveOptions
): Promise<Readonly<{ directory: string; create: boolean }> | undefined> {
  const { fixedArchive, lastArchive, defaultArchive, mayMakeDefault } = options
  if (fixedArchive === undefined && lastArchive !== undefined) return { directory: resolve(lastArchive), create: false }
  const directory = resolve(fixedArchive ?? defaultArchive)
  const create = !(await hasDatabase(directory))
  return create && fixedArchive === undefined && !mayMakeDefault ? undefined : { directory, create }
}

/** Where only the originals are there, the database was lost: the person must learn so, too. */
async function hasDatabase(directory: string): Promise<boolean> {
  return (await isThere(join(directory, 'archive.db'))) || isThere(join(directory, 'originals'))
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false
  )
