/** A parsed query. The parser never fails: what it can not read as an operator it reads as words. */
export type QueryNode =
  /** An empty query: everything. */
  | Readonly<{ kind: 'everything' }>
  | Readonly<{ kind: 'and'; children: readonly QueryNode[] }>
  | Readonly<{ kind: 'or'; children: readonly QueryNode[] }>
  | Readonly<{ kind: 'not'; child: QueryNode }>
  | WordsNode
  | Readonly<{ kind: 'filter'; field: FilterField; value: string; text: string }>
  /** Documents dated strictly before, or on or after, the day `date` (`YYYY-MM-DD`); undated documents match neither. */
  | Readonly<{ kind: 'date'; field: 'before' | 'after'; date: string; text: string }>

export const FILTER_FIELDS = ['tag', 'lang', 'type', 'folder'] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

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
  /** Only this column of the index; null for all. */
  column: 'title' | null
}>
