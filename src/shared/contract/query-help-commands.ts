/** Help with asking: examples from the archive, values of its fields, and what to ask where nothing was found. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import type { FieldValue, NothingFound, SearchExample } from '#shared/model/query-help'
import { SUGGESTED_FIELDS } from '#shared/model/query-help'
import { expansionsSchema, searchFilterSchema } from '#shared/model/search'

export const queryHelpCommands = {
  'search.examples': command<readonly SearchExample[]>()('read', v.strictObject({})),
  /** For a search that finds nothing. Bounded: what can not be counted in about half a second is not offered. */
  'search.offers': command<NothingFound>()(
    'read',
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(10_000)),
      filter: v.optional(searchFilterSchema, {}),
      expansions: v.optional(expansionsSchema, {})
    })
  ),
  /** Values that a field has in this archive and that hold what is typed, the most frequent first. */
  'search.fieldValues': command<readonly FieldValue[]>()(
    'read',
    v.strictObject({
      field: v.picklist(SUGGESTED_FIELDS),
      text: v.pipe(v.string(), v.maxLength(500)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
    })
  )
} as const
