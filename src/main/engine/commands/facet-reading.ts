import * as v from 'valibot'
import type { ReadHandlers } from '#engine/commands/read-session'
import { datedYears } from '#engine/search/facets/dated-years'
import { searchFilterSchema } from '#shared/model/search'

/** Narrowing an answer. Counts give way to searches, and only the newest of each kind are finished. */
export const facetReading = {
  'search.facets': ({ facets, turns }, { filter, ...asked }) =>
    turns.take('facets', (giveWay) => facets.count({ ...asked, filter: v.parse(searchFilterSchema, filter) }, giveWay)),
  'search.facetValues': ({ facets, turns }, { filter, ...asked }) =>
    turns.take('values', (giveWay) => facets.find({ ...asked, filter: v.parse(searchFilterSchema, filter) }, giveWay)),
  'search.years': ({ db }) => datedYears(db)
} satisfies Pick<ReadHandlers, 'search.facets' | 'search.facetValues' | 'search.years'>
