import type { Fact } from '#shared/model/fact'

/** A file of a book, as its manifest lists it. */
export type BookItem = Readonly<{
  id: string
  /** Path inside the archive. */
  path: string
  mediaType: string
  /** Of EPUB 3: `nav`, `cover-image`, `svg` … */
  properties: readonly string[]
}>

/** An entry of the table of contents, `depth` from 1. */
export type BookContent = Readonly<{ path: string; title: string; depth: number }>

/** What a book says of itself (EPUB 2 and 3), before any chapter is read. */
export type Book = Readonly<{
  title: string | null
  author: string | null
  publisher: string | null
  date: string | null
  sourceUrl: string | null
  language: string | null
  direction: 'ltr' | 'rtl' | null
  facts: readonly Fact[]
  /** By path. */
  items: ReadonlyMap<string, BookItem>
  /** Paths in reading order, each once. */
  spine: readonly string[]
  /** The file with the table of contents: `nav` of EPUB 3, `ncx` of EPUB 2. */
  contents: Readonly<{ path: string; kind: 'nav' | 'ncx' }> | null
  /** Why the package could be read only in part; null when it is whole. */
  damage: string | null
}>
