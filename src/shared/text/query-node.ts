/** A parsed query. The parser never fails: what it can not read as an operator it reads as words. */
export type QueryNode =
  /** An empty query: everything. */
  | Readonly<{ kind: 'everything' }>
  | Readonly<{ kind: 'and'; children: readonly QueryNode[] }>
  | Readonly<{ kind: 'or'; children: readonly QueryNode[] }>
  | Readonly<{ kind: 'not'; child: QueryNode }>
  | TextNode
  | NearNode
  | NameNode
  | RegexNode
  | FilterNode
  | RangeNode
  | DateNode

/** What is looked for in the text, at one place of it. */
export type TextNode = WordsNode | FuzzyNode | WildcardNode

/** Fields whose value is compared with the document as a whole. */
export const FILTER_FIELDS = [
  'tag',
  'lang',
  'type',
  'folder',
  'path',
  'file',
  'has',
  'is',
  'author',
  'publisher',
  'from',
  'to'
] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/** `value` as the field is to understand it, `text` as typed with its field. */
export type FilterNode = Readonly<{ kind: 'filter'; field: FilterField; value: string; text: string }>

/** Only this column of the index; null for all. */
type Column = 'title' | null

/** One or more index terms that must stand next to each other in this order. */
export type WordsNode = Readonly<{
  kind: 'words'
  /** Folded index terms, never empty. */
  terms: readonly string[]
  /** As typed, quotes and star left out. */
  text: string
  /** True when quoted: no inflected forms. */
  exact: boolean
  /** True when the last term is only the beginning of a word. */
  prefix: boolean
  column: Column
}>

/** A word and those spelled nearly so. */
export type FuzzyNode = Readonly<{
  kind: 'fuzzy'
  /** Folded. */
  term: string
  /** Most changed, left out, added or swapped letters; null to let the length of the word decide. */
  distance: number | null
  /** As typed, without the tilde. */
  text: string
  column: Column
}>

/** Words of a shape. */
export type WildcardNode = Readonly<{
  kind: 'wildcard'
  /** Folded; `*` stands for any letters or none, `?` for one. */
  pattern: string
  /** As typed. */
  text: string
  column: Column
}>

/** Something found in one of several ways. */
export type NearOperand = TextNode | Readonly<{ kind: 'or'; children: readonly TextNode[] }>

/** All of the operands, in any order, with at most `distance` words between the end of the first and the beginning of the last. */
export type NearNode = Readonly<{
  kind: 'near'
  /** Two or more. */
  operands: readonly NearOperand[]
  distance: number
  text: string
}>

/** A name card, by one of its spellings; a phrase where there is no such card. */
export type NameNode = Readonly<{
  kind: 'name'
  /** True where the words of a query were found to be a name, beside which they are found as words. */
  implied: boolean
  /** The index terms of the value, never empty. */
  terms: readonly string[]
  value: string
  text: string
}>

/** A regular expression over titles, names of files or name cards; `any` of them. `source` may be no valid one. */
export type RegexNode = Readonly<{ kind: 'regex'; field: 'any' | 'title' | 'name' | 'file'; source: string; text: string }>

/** Bytes or pages, both ends inclusive; null for an open end. */
export type RangeNode = Readonly<{ kind: 'range'; field: 'size' | 'pages'; from: number | null; to: number | null; text: string }>

/**
 * Documents that may be of a day from `from` to `to` (`YYYY-MM-DD`, both inclusive, null for an open end): a document dated `1988` may be
 * of any day of that year. Undated documents are of none.
 */
export type DateNode = Readonly<{
  kind: 'date'
  field: 'before' | 'after' | 'date'
  from: string | null
  to: string | null
  /** The value as typed. */
  text: string
}>
