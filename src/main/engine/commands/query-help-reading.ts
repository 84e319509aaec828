import * as v from 'valibot'
import type { ReadHandlers } from '#engine/commands/read-session'
import { listExamples } from '#engine/search/examples/list-examples'
import { findOffers } from '#engine/search/offers/find-offers'
import { searchFilterSchema } from '#shared/model/search'

/** Help with asking. */
export const queryHelpReading = {
  'search.examples': ({ db }) => listExamples(db),
  'search.offers': ({ db }, { filter, ...asked }) => findOffers(db, { ...asked, filter: v.parse(searchFilterSchema, filter) }),
  'search.fieldValues': ({ fieldValues }, { field, text, limit }) => fieldValues.like(field, text, limit)
} satisfies Pick<ReadHandlers, 'search.examples' | 'search.offers' | 'search.fieldValues'>
