/** Narrowing an answer by what its documents have in common. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import { type FacetGroup, LISTED_FACETS, type SearchFacets } from '#shared/model/facets'
import { expansionsSchema, searchFilterSchema } from '#shared/model/search'

const asked = {
  query: v.pipe(v.string(), v.maxLength(10_000)),
  typing: v.optional(v.boolean(), false),
  expansions: v.optional(expansionsSchema, {}),
  filter: v.optional(searchFilterSchema, {})
}

export const facetCommands = {
  /** Counts beside the filters of an answer. Refused with `superseded` when they were asked for again meanwhile. */
  'search.facets': command<SearchFacets>()('read', v.strictObject(asked)),
  /** Values of one facet whose label holds `text`, for facets with more values than are shown; refused like `search.facets`. */
  'search.facetValues': command<FacetGroup>()(
    'read',
    v.strictObject({
      ...asked,
      facet: v.picklist(LISTED_FACETS),
      text: v.pipe(v.string(), v.maxLength(500)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))
    })
  ),
  /** The first and the last year that a document of the archive is dated by; null when none is. */
  'search.years': command<Readonly<{ first: number; last: number }> | null>()('read', v.strictObject({}))
} as const
