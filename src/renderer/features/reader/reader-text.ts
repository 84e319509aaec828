import { allTextPieces, type Piece, readerPieces } from '#renderer/features/reader/pieces.ts'
import type { DocumentContent } from '#shared/contract'
import { readerText } from '#shared/model/block'

/** A text of a document, ready to be drawn. */
export type ShownText = Readonly<{
  text: string
  /** The heading that is the document's title, when the text begins with it: drawn as the title, not twice. */
  title: Piece | null
  body: readonly Piece[]
}>

/** The text of one view. `title` is the document's title as it is now. Cost: linear. */
export function shownText(content: DocumentContent, view: 'reader' | 'all', title: string): ShownText {
  if (view === 'all') return { text: content.allText, title: null, body: allTextPieces(content.allText) }
  const pieces = readerPieces(content.blocks)
  // The header of the pages may stand before the heading of the first one.
  const index = pieces.findIndex(({ block }) => block.role !== 'header')
  const first = pieces[index]
  const isTitle = first?.block.kind === 'heading' && bare(first.block.text) === bare(title)
  return {
    text: readerText(content.blocks),
    title: isTitle ? first : null,
    body: isTitle ? pieces.toSpliced(index, 1) : pieces
  }
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
}
