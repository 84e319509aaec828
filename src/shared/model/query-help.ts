import type { ExpansionSwitches, SearchFilter } from '#shared/model/search'

/** What the query language can do, in the order in which it is explained. */
export const EXAMPLE_IDS = [
  'words',
  'forms',
  'phrase',
  'any',
  'not',
  'group',
  'prefix',
  'wildcard',
  'fuzzy',
  'near',
  'title',
  'name',
  'author',
  'publisher',
  'from',
  'to',
  'tag',
  'folder',
  'path',
  'language',
  'type',
  'year',
  'season',
  'persian-date',
  'hijri-date',
  'range',
  'before',
  'has',
  'is',
  'size',
  'pages',
  'regex'
] as const
export type ExampleId = (typeof EXAMPLE_IDS)[number]

/** A query that shows one thing the query language can do. */
export type SearchExample = Readonly<{
  id: ExampleId
  query: string
  /** Exact, for an example made of what this archive holds; null for a general one. */
  documents: number | null
}>

/** Fields whose values are suggested from the archive. */
export const SUGGESTED_FIELDS = ['tag', 'lang', 'type', 'folder', 'author', 'publisher', 'name', 'from', 'to'] as const
export type SuggestedField = (typeof SUGGESTED_FIELDS)[number]

/** `value` as the field takes it; `documents` is exact, and null where counting would mean reading every document. */
export type FieldValue = Readonly<{ value: string; documents: number | null }>

export const OFFER_KINDS = [
  'any-word',
  'spelling',
  'script',
  'unquoted',
  'without-part',
  'without-condition',
  'without-filters'
] as const
export type OfferKind = (typeof OFFER_KINDS)[number]

/** Conditions of a filter, as a person calls them: those of the library, and those of the facets. */
export const CONDITION_NAMES = [
  'section',
  'tagIds',
  'folderId',
  'importId',
  'type',
  'language',
  'folder',
  'container',
  'import',
  'tag',
  'publisher',
  'author',
  'name',
  'year',
  'other'
] as const
export type ConditionName = (typeof CONDITION_NAMES)[number]

/** A search that finds something where the one that was asked found nothing. */
export type SearchOffer = Readonly<{
  kind: OfferKind
  query: string
  filter: SearchFilter
  expansions: ExpansionSwitches
  /** What is other in it: the word or spelling that is searched instead, the part that is left out, the name of the condition; empty where the kind says it all. */
  subject: string
  /** For `spelling` and `script`: the word as it was typed. Empty otherwise. */
  typed: string
  /** Exact, and never 0. */
  documents: number
}>

/** Why a search found nothing, and what would find something. */
export type NothingFound = Readonly<{
  /** Parts of the query that no document of the whole archive has. */
  missing: readonly string[]
  /** Where no part is missing: the parts, each with its documents in the whole archive. They are never in one document together. */
  apart: readonly Readonly<{ text: string; documents: number }>[]
  /** Documents that the query finds without the filters; 0 when it finds none, or none narrows it. */
  withoutFilters: number
  offers: readonly SearchOffer[]
}>
