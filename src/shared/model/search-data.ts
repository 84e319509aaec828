import * as v from 'valibot'
import { expansionsSchema, SORT_ORDERS, searchFilterSchema } from '#shared/model/search'

/** A search as data: what a saved search and the trail keep, and what the window needs to run it again. */
export const searchDataSchema = v.strictObject({
  query: v.pipe(v.string(), v.maxLength(10_000)),
  filter: v.optional(searchFilterSchema, {}),
  /** Null: the order that fits the query. */
  sort: v.optional(v.nullable(v.picklist(SORT_ORDERS)), null),
  expansions: v.optional(expansionsSchema, {})
})
export type SearchData = v.InferOutput<typeof searchDataSchema>
