import type { DocumentId, TrailId } from '#shared/model/ids'
import type { SearchData } from '#shared/model/search-data'

/** A past search, and the documents that were opened from its result. */
export type TrailEntry = Readonly<{
  id: TrailId
  search: SearchData
  /** How many documents it found then. */
  documents: number
  /** When it was last run, in milliseconds since 1970. */
  at: number
  opened: readonly Readonly<{ id: DocumentId; title: string }>[]
}>

export type Trail = Readonly<{
  /** False: nothing is written. */
  isKept: boolean
  /** Newest first. */
  entries: readonly TrailEntry[]
}>
