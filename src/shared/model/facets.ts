/** Narrowing an answer by what its documents have in common: the choices a person made, and the counts beside them. */

import * as v from 'valibot'
import type { TagColor } from '#shared/model/document'
import { folderIdSchema, importIdSchema, nameIdSchema, tagIdSchema } from '#shared/model/ids'

/** Values chosen in one facet: there is no use for more, and SQLite binds no more than some thousands. */
const MAX_CHOSEN = 200

/** A choice in one facet: documents with any of `include` (all documents when empty), and none with any of `exclude`. */
const choice = <S extends v.GenericSchema>(value: S) => {
  const list = v.optional(v.pipe(v.array(value), v.maxLength(MAX_CHOSEN)), [])
  return v.strictObject({ include: list, exclude: list })
}
const text = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length))
const year = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999))

/** The years `from` to `to`, both included, in the Gregorian calendar; or the documents without a date. */
export const yearSpanSchema = v.union([v.strictObject({ from: year, to: year }), v.literal('undated')])
export type YearSpan = v.InferOutput<typeof yearSpanSchema>

const choices = {
  /** Media types. */
  type: choice(text(200)),
  /** BCP 47 tags; a document in several languages has each of them. */
  language: choice(text(35)),
  /** A folder holds what lies in the folders below it. */
  folder: choice(folderIdSchema),
  /** Folders that are files: mailboxes, archives, captures. */
  container: choice(folderIdSchema),
  import: choice(importIdSchema),
  tag: choice(tagIdSchema),
  /** Names of publishers and authors; every spelling that folds to the same words is meant. */
  publisher: choice(text(1000)),
  author: choice(text(1000)),
  /** Name cards whose spellings stand in the document. */
  name: choice(nameIdSchema),
  year: choice(yearSpanSchema)
} as const

export type FacetName = keyof typeof choices

/** In the order in which they are offered. */
export const FACETS = Object.keys(choices) as readonly FacetName[]

/** The facets that list values; years have a histogram of their own. */
export type ListedFacet = Exclude<FacetName, 'year'>
export const LISTED_FACETS = FACETS.filter((facet): facet is ListedFacet => facet !== 'year')

/** What was chosen in each facet; a facet that is left out narrows nothing. All facets hold together. */
export const facetChoicesSchema = v.partial(v.strictObject(choices))
export type FacetChoices = v.InferOutput<typeof facetChoicesSchema>
export type FacetChoice<F extends FacetName = FacetName> = NonNullable<FacetChoices[F]>

/** What one value of a facet is called in the filter. */
export type FacetValueId = string | number

export type FacetValue = Readonly<{
  value: FacetValueId
  /** What a person calls it. Types and languages stand here as codes: the window words them. */
  label: string
  /** Where several may have the same label: the folder it lies in, the day of an import. Empty where there is nothing to add. */
  detail: string
  color: TagColor | null
  /** Exact: how many documents would be found if this value alone were chosen in its facet, and all else stayed. */
  documents: number
  chosen: 'include' | 'exclude' | null
}>

/** Values of one facet, the most frequent first, every chosen one among them; `distinct` of them all, also those left out here. */
export type FacetGroup = Readonly<{ values: readonly FacetValue[]; distinct: number }>

/** Documents by year of their date, in order; `undated` of them have none. What was chosen among the years does not narrow them. */
export type YearCounts = Readonly<{ years: readonly Readonly<{ year: number; documents: number }>[]; undated: number }>

export type SearchFacets = Readonly<{
  /** Exact: the documents of the answer. */
  total: number
  elapsedMs: number
  groups: Readonly<Record<ListedFacet, FacetGroup>>
  years: YearCounts
}>
