import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { demandOwnFiles } from '#engine/integrity/demand-own-files'
import { keptOriginals } from '#engine/integrity/kept-originals'
import { finishSwap } from '#engine/integrity/swap-database'
import { SanadError } from '#shared/errors'

/**
 * To be called before an archive is opened. Finishes a repair that was cut short. Throws SanadError `archive-not-found`,
 * `archive-leads-elsewhere`, `archive-not-an-archive`, or `archive-damaged` where there are originals and their database is gone or empty: it is never begun anew
 * as if nothing had been there.
 */
export function demandArchive(directory: string): void {
  if (!existsSync(directory)) throw new SanadError('archive-not-found', `There is no archive at ${directory}.`)
  const notAnArchive = new SanadError('archive-not-an-archive', `${directory} is not a Sanad archive: it has no archive.db.`)
  if (!statSync(directory).isDirectory()) throw notAnArchive
  // Any other folder may hold whatever it likes; only what calls itself an archive is looked into.
  if (!readdirSync(directory).some((name) => name === 'originals' || name.startsWith('archive.'))) throw notAnArchive
  demandOwnFiles(directory)
  finishSwap(directory)
  const file = join(directory, 'archive.db')
  const isThere = existsSync(file)
  if (isThere && statSync(file).size > 0) return
  for (const _original of keptOriginals(directory))
    throw new SanadError(
      'archive-damaged',
      `The database of ${directory} is ${isThere ? 'empty' : 'gone'}, and its originals are there. Nothing was changed.`
    )
  if (!isThere) throw notAnArchive
}
