import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { setDatabaseKey } from '#engine/store/database-keys'

/** An archive that may not be open, or not even whole: where it is, and the keys it was unlocked with; null for one without a passphrase. */
export type ArchivePlace = Readonly<{ directory: string; keys: ArchiveKeys | null }>

/** From now on this thread opens and makes databases in the archive's folder with its key. */
export function enter(place: ArchivePlace): ArchivePlace {
  setDatabaseKey(place.directory, place.keys?.database ?? null)
  return place
}
