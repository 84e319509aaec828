import { asSanadError } from '#engine/disk-error'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import { sizeOfSnapshot } from '#engine/integrity/snapshots'
import { lackingRoom } from '#engine/integrity/whole-file'
import type { ReadDb } from '#engine/store/connection'
import { SanadError } from '#shared/errors'
import { SNAPSHOT_TROUBLES, type SnapshotFailure, type SnapshotTrouble } from '#shared/model/integrity'

/** What a failed attempt at a snapshot of `db` tells whoever relies on having one. */
export function snapshotFailure(error: unknown, db: ReadDb, { directory }: ArchivePlace): SnapshotFailure {
  const trouble = troubleOf(asSanadError(error, directory))
  return { at: Date.now(), trouble, lacking: trouble === 'disk-full' ? lackingFor(db, directory) : null }
}

function troubleOf(error: unknown): SnapshotTrouble {
  const code = error instanceof SanadError ? error.code : 'internal'
  return SNAPSHOT_TROUBLES.find((trouble) => trouble === code) ?? 'internal'
}

function lackingFor(db: ReadDb, directory: string): number | null {
  try {
    // Nothing lacks where it was freed meanwhile, or where it is a quota that is used up, of which the disk tells nothing.
    return lackingRoom(directory, sizeOfSnapshot(db)) || null
  } catch {
    return null
  }
}
