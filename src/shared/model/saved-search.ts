import type { SavedSearchId } from '#shared/model/ids'
import type { SearchData } from '#shared/model/search-data'

export type SavedSearch = Readonly<{
  id: SavedSearchId
  name: string
  search: SearchData
  /** When its result was last looked at, in milliseconds since 1970. */
  lookedAt: number
}>

/** What a saved search finds now. Both exact. */
export type SavedSearchCount = Readonly<{
  id: SavedSearchId
  documents: number
  /** Documents that were not in the result when it was last looked at. */
  fresh: number
}>
