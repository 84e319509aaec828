/**
 * The reader text of a document: a list of blocks, in reading order. No HTML passes this line; the window draws blocks itself.
 *
 * The *reader text* is `blocks.map((b) => b.text).join(BLOCK_SEPARATOR)`. Every offset into it (passages, hits, later highlights)
 * counts UTF-16 code units of that string.
 */
export const BLOCK_SEPARATOR = '\n\n'

/** A run inside a block's text, `start` inclusive, `end` exclusive, in UTF-16 code units of that block's text. */
export type InlineRun = Readonly<{
  start: number
  end: number
  style: 'strong' | 'emphasis' | 'code' | 'link' | 'inserted' | 'deleted'
  /** Only for links: the address as written. It is shown and can be copied; it is never opened. */
  href?: string
}>

/** What a block is besides running text. `inserted` and `deleted` are tracked changes. */
export type BlockRole =
  | 'header'
  | 'footer'
  | 'footnote'
  | 'endnote'
  | 'comment'
  | 'text-box'
  | 'notes'
  | 'inserted'
  | 'deleted'
  | 'mail-header'

export type Block = Readonly<{
  kind: 'paragraph' | 'heading' | 'quote' | 'list-item' | 'preformatted' | 'image' | 'caption' | 'table-row' | 'rule'
  /** Empty for rules and for pictures without a description. Table rows join their cells with a tab. */
  text: string
  /** Headings 1 to 6; list items and quotes: nesting depth from 1. */
  level?: number
  /** List items of a numbered list: the number as shown. */
  ordinal?: number
  /** Pictures: the key of a page resource (see `Resource`); absent when the picture was not saved with the page. */
  resource?: string
  /** Table rows: true for a header row. */
  header?: boolean
  /** Paged documents: the 1-based page, slide or sheet it begins on. Then every block has it, ascending. */
  page?: number
  /** Rows of a spreadsheet: the 1-based row number. Cells stand at their columns: an empty cell is an empty string between tabs. */
  row?: number
  /** Where it stood outside the running text, or who changed it. */
  role?: BlockRole
  inline?: readonly InlineRun[]
}>

/** The reader text of these blocks. Cost: linear. */
export function readerText(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join(BLOCK_SEPARATOR)
}

/** Where each block's text begins in the reader text, in UTF-16 code units; same length and order as `blocks`. */
export function blockOffsets(blocks: readonly Block[]): number[] {
  const offsets: number[] = []
  let at = 0
  for (const block of blocks) {
    offsets.push(at)
    at += block.text.length + BLOCK_SEPARATOR.length
  }
  return offsets
}
