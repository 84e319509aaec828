import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { archiveName } from '#engine/archive-name'
import { type ArchivePlace, enter } from '#engine/integrity/archive-place'
import { damageSentence } from '#engine/integrity/damage-sentence'
import { isSoundSource } from '#engine/integrity/is-sound-source'
import { keptOriginals } from '#engine/integrity/kept-originals'
import { manifestFile, manifestTime } from '#engine/integrity/manifest'
import { listSnapshots, snapshotFile } from '#engine/integrity/snapshots'
import type { Work } from '#engine/integrity/work'
import { isSqliteError, openForReading } from '#engine/store/connection'
import { fileVerdict } from '#engine/store/soundness'
import type { Damage, RebuildSource, Snapshot } from '#shared/model/integrity'

const databaseFile = (directory: string): string => join(directory, 'archive.db')

/** What is wrong with an archive, and which ways there are to mend it. Nothing is changed. Cost: reads the database, at worst three times. */
export async function diagnose(place: ArchivePlace, work: Work): Promise<Damage> {
  const { directory } = enter(place)
  const snapshots = listSnapshots(directory)
  return {
    name: archiveName(directory),
    ...whatIsWrong(place),
    isIndexOnly: await isSoundSource(databaseFile(directory), true, 'as-written', work),
    snapshots,
    rebuildFrom: (await findSource(place, snapshots, work)).source,
    originals: countAll(keptOriginals(directory))
  }
}

function countAll(all: Iterable<unknown>): number {
  let n = 0
  for (const _one of all) n += 1
  return n
}

const NOT_WHOLE = 'Its database can not be read whole.'

function whatIsWrong({ directory }: ArchivePlace): Pick<Damage, 'what' | 'details'> {
  const file = databaseFile(directory)
  if (!existsSync(file)) return { what: 'Its database is not there.', details: null }
  try {
    const db = openForReading(file)
    try {
      const verdict = fileVerdict(db, false)
      return verdict === 'ok'
        ? { what: 'Its database can be read, but not everything in it is as it was written.', details: null }
        : { what: NOT_WHOLE, details: verdict }
    } finally {
      db.close()
    }
  } catch (error) {
    const said = damageSentence(error)
    const isPlain = !isSqliteError(error, 'SQLITE_CORRUPT') && !isSqliteError(error, 'SQLITE_ERROR')
    return isPlain ? { what: said, details: null } : { what: NOT_WHOLE, details: said }
  }
}

/**
 * Where a rebuild takes what people did from: the damaged database where its rows are sound, else the newer of manifest and snapshot; and
 * when none of them is as it was written, the first that can at least be read.
 */
export async function findSource(
  { directory }: ArchivePlace,
  snapshots: readonly Snapshot[],
  work: Work
): Promise<Readonly<{ source: RebuildSource; file: string | null }>> {
  const manifest = manifestTime(directory)
  const copies: Candidate[] = snapshots.map(({ day, takenAt }) => ({
    source: { from: 'snapshot', at: takenAt },
    file: snapshotFile(directory, day)
  }))
  if (manifest !== undefined) copies.push({ source: { from: 'manifest', at: manifest }, file: manifestFile(directory) })
  copies.sort((a, b) => b.source.at - a.source.at)
  const all: readonly Candidate[] = [{ source: { from: 'database', at: Date.now() }, file: databaseFile(directory) }, ...copies]
  for (const soundness of ['as-written', 'whole'] as const)
    for (const candidate of all) if (await isSoundSource(candidate.file, false, soundness, work)) return candidate
  return { source: { from: 'nothing' }, file: null }
}

type Candidate = Readonly<{ source: Extract<RebuildSource, { at: number }>; file: string }>
