import type { PaletteItem } from '#shared/model/app'
import type { NameId, SavedSearchId } from '#shared/model/ids'
import type { SearchData } from '#shared/model/search-data'

/** What is offered under the search box while somebody types. */
export type Suggestion =
  /** The word being typed, whole. `query`: the text of the box when it is taken. */
  | Readonly<{ kind: 'word'; text: string; query: string; documents: number }>
  /** A field (`tag:`), or a value after one. `documents`: null where it is not counted. */
  | Readonly<{ kind: 'field'; text: string; query: string }>
  | Readonly<{ kind: 'value'; text: string; query: string; documents: number | null }>
  | Readonly<{ kind: 'name'; id: NameId; title: string; query: string }>
  | Readonly<{ kind: 'saved'; id: SavedSearchId; title: string; search: SearchData }>
  | Readonly<{ kind: 'trail'; search: SearchData; documents: number }>
  | Exclude<PaletteItem, { kind: 'name' }>

/** Another spelling of one word of a query, and what the query would find with it. */
export type OtherSpelling = Readonly<{
  /** As typed. */
  word: string
  /** As it stands in the archive, folded. */
  spelling: string
  /** The whole query with the other spelling in its place. */
  query: string
  /** Documents the corrected query finds, with the same filter. Exact. */
  documents: number
}>
