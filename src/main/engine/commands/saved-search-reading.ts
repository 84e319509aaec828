import type { ReadHandlers } from '#engine/commands/read-session'
import { asSavedSearch, listSavedSearches } from '#engine/store/saved-searches'
import { isTrailKept, listTrail } from '#engine/store/trail'

/** Saved searches with their counts, and the trail. */
export const savedSearchReading = {
  'savedSearches.list': ({ db }) => listSavedSearches(db).map(asSavedSearch),
  'savedSearches.counts': ({ savedSearchCounting }) => savedSearchCounting.counts(),
  'trail.get': ({ db }) => ({ isKept: isTrailKept(db), entries: listTrail(db) })
} satisfies Pick<ReadHandlers, 'savedSearches.list' | 'savedSearches.counts' | 'trail.get'>
