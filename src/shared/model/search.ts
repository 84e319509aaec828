import * as v from 'valibot'
import type { DocumentSummary } from '#shared/model/document'
import { facetChoicesSchema } from '#shared/model/facets'
import { documentIdSchema, folderIdSchema, importIdSchema, tagIdSchema } from '#shared/model/ids'

/** `[start, end)` in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number]

/** Which text of a document: the Reader's, or all visible text. */
export type TextView = 'reader' | 'all'

/** A stretch of a document's text around hits. */
export type Passage = Readonly<{
  text: string
  /** Marks, relative to `text`, sorted, not overlapping. */
  ranges: readonly TextRange[]
  /** Where `text` begins in the document's text of `view`. */
  offset: number
  view: TextView
  /** True for the one passage of a document that shows best what was found. */
  isBest: boolean
  /** The 1-based page, slide or sheet it begins on; absent where there are none. */
  page?: number
  /** The heading it stands under, on one line; absent where there is none. */
  heading?: string
}>

export type SearchHit = DocumentSummary &
  Readonly<{
    /** Higher is better; 0 where the order is not by relevance. Comparable only inside one answer. */
    score: number
    /** Up to three, in document order; empty when the query has no words or they stand in the title only. */
    passages: readonly Passage[]
    /** Marks on the title. */
    titleRanges: readonly TextRange[]
    /** The spellings of name cards by which it was found, as the cards write them; empty where no name was looked for. */
    spellings: readonly string[]
  }>

export const SORT_ORDERS = ['relevance', 'newest', 'oldest', 'title'] as const
export type SortOrder = (typeof SORT_ORDERS)[number]

export const librarySectionSchema = v.picklist(['all', 'unread', 'starred', 'attention'])

/** What the list shows besides the typed query; all conditions hold together. */
export const searchFilterSchema = v.strictObject({
  section: v.optional(librarySectionSchema, 'all'),
  tagIds: v.optional(v.pipe(v.array(tagIdSchema), v.maxLength(100)), []),
  folderId: v.optional(v.nullable(folderIdSchema), null),
  importId: v.optional(v.nullable(importIdSchema), null),
  /** What was chosen in the facets. The fields above say where one is in the library; they narrow the facets too. */
  facets: v.optional(facetChoicesSchema, {})
})
export type SearchFilter = v.InferOutput<typeof searchFilterSchema>

/**
 * Expansions that a person switched on or off, by their keys; all others are as the engine sets them out. Keys that mean nothing for the
 * query have no effect.
 */
export const expansionsSchema = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(400)), v.boolean()),
  v.check((switches) => Object.keys(switches).length <= 1000, 'At most 1,000 expansions can be switched.')
)
export type ExpansionSwitches = v.InferOutput<typeof expansionsSchema>

export const searchRequestSchema = v.strictObject({
  /** The text as typed; may be empty (then everything the filter lets through is listed). */
  query: v.pipe(v.string(), v.maxLength(10_000)),
  filter: v.optional(searchFilterSchema, {}),
  sort: v.optional(v.picklist(SORT_ORDERS), 'relevance'),
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000_000)), 0),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 50),
  /** True while the person is still typing: the last word is taken as a beginning. */
  typing: v.optional(v.boolean(), false),
  expansions: v.optional(expansionsSchema, {})
})
export type SearchRequest = v.InferOutput<typeof searchRequestSchema>

export const EXPANSION_KINDS = ['inflection', 'compound', 'name', 'script', 'fuzzy', 'wildcard'] as const
export type ExpansionKind = (typeof EXPANSION_KINDS)[number]

/** Something else that is found with a word of the query, or can be. */
export type Expansion = Readonly<{
  /** For `SearchRequest.expansions`; stable from one search to the next. */
  key: string
  /** As it stands in the archive (folded), or as its name card spells it. */
  text: string
  kind: ExpansionKind
  isOn: boolean
  /** Documents it stands in, where that is known without counting. */
  documents?: number
}>

/** How one word of the query was read. */
export type UnderstoodTerm = Readonly<{
  /** As typed. */
  text: string
  /** The texts of the expansions that are on. */
  also: readonly string[]
  /** All expansions, on and off; empty for what is excluded, which excludes only what was typed. */
  expansions: readonly Expansion[]
  excluded: boolean
}>

export const NOTE_CODES = [
  /** The query is too long: `text` and what follows it were left out. */
  'query-cut',
  /** More words fit `text` than are looked for: the `limit` most frequent are. */
  'wildcard-cut',
  'fuzzy-cut',
  'forms-cut',
  'near-cut',
  /** No word of the archive fits `text`. */
  'wildcard-empty',
  /** `text` is no valid regular expression, or too large a one; it was searched as words. */
  'regex-invalid',
  /** `NEAR` takes words on both sides; here it was read as AND. */
  'near-needs-words',
  /** The value of this field could not be read; it was searched as words. */
  'value-unreadable',
  /** No name card has this name; it was searched as a phrase. */
  'no-such-name'
] as const
export type NoteCode = (typeof NOTE_CODES)[number]

/** Something to know about how the query was carried out. The window words the codes; `text` is the part of the query concerned. */
export type SearchNote = Readonly<{ code: NoteCode; text: string; limit?: number }>

export type SearchAnswer = Readonly<{
  /** Exact. */
  total: number
  elapsedMs: number
  /** The query in plain words, e.g. `execution (also executions) AND "human rights" · after 2019`. Empty for an empty query. */
  understood: string
  terms: readonly UnderstoodTerm[]
  /** What was left out, or read otherwise than it looks. Empty for most queries. */
  notes: readonly SearchNote[]
  hits: readonly SearchHit[]
}>

/** All hits of a query inside one document, sorted, in each of its texts. */
export type DocumentHits = Readonly<{
  reader: readonly TextRange[]
  all: readonly TextRange[]
  /** The hits in `all` that the Reader leaves out. */
  allOnly: number
}>

export const hitsRequestSchema = v.strictObject({
  id: documentIdSchema,
  query: v.pipe(v.string(), v.maxLength(10_000)),
  typing: v.optional(v.boolean(), false),
  expansions: v.optional(expansionsSchema, {})
})
/** A query, and the document in which to find it. */
export type HitsRequest = v.InferOutput<typeof hitsRequestSchema>
