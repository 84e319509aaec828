/** Searching, narrowing and suggesting. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import type { PaletteItem } from '#shared/model/app'
import type { Tag } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import {
  expansionsSchema,
  type SearchAnswer,
  searchFilterSchema,
  searchRequestSchema,
  type UnderstoodTerm
} from '#shared/model/search'
import type { OtherSpelling, Suggestion } from '#shared/model/suggestion'

const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))

export const searchCommands = {
  'search.run': command<SearchAnswer>()('read', searchRequestSchema),
  /** The words of a query as `search.run` answers them, and how each may be written in other scripts: what there is to switch on. */
  'search.terms': command<readonly UnderstoodTerm[]>()(
    'read',
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(10_000)),
      typing: v.optional(v.boolean(), false),
      expansions: v.optional(expansionsSchema, {})
    })
  ),
  /** Ids of every document of an answer, for acting on all of them; at most 100,000. */
  'search.ids': command<readonly DocumentId[]>()(
    'read',
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(10_000)),
      filter: v.optional(searchFilterSchema, {}),
      expansions: v.optional(expansionsSchema, {})
    })
  ),
  /** What may be meant by what is typed so far; `caret` in UTF-16 code units. Empty while there is nothing to go by. */
  'suggest.query': command<readonly Suggestion[]>()(
    'read',
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(10_000)),
      caret: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
    })
  ),
  /** Other spellings of words that stand in no or in very few documents, the best first. */
  'suggest.spelling': command<readonly OtherSpelling[]>()(
    'read',
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(10_000)),
      filter: v.optional(searchFilterSchema, {}),
      expansions: v.optional(expansionsSchema, {})
    })
  ),
  'suggest.palette': command<readonly PaletteItem[]>()(
    'read',
    v.strictObject({ text: v.pipe(v.string(), v.maxLength(500)), limit })
  ),
  'suggest.tags': command<readonly Tag[]>()('read', v.strictObject({ text: v.pipe(v.string(), v.maxLength(500)), limit }))
} as const
