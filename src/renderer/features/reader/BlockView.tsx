import { createElement, type ReactNode } from 'react'
import { cellsOf, type PieceGroup } from '#renderer/features/reader/groups.ts'
import { MarkedText } from '#renderer/features/reader/MarkedText.tsx'
import { marksWithin } from '#renderer/features/reader/marks.ts'
import { Picture } from '#renderer/features/reader/Picture.tsx'
import type { Piece } from '#renderer/features/reader/pieces.ts'
import type { DocumentId } from '#shared/model/ids'
import type { TextRange } from '#shared/model/search'

/** What every block of a document needs to be drawn. */
export type BlockContext = Readonly<{
  documentId: DocumentId
  /** Hits in the whole text. */
  ranges: readonly TextRange[]
  /** Index of the hit that is being looked at; -1 for none. */
  current: number
}>

/** One element of the reading column: a list, a table or a block. */
export function BlockView({ group, context }: Readonly<{ group: PieceGroup; context: BlockContext }>): ReactNode {
  switch (group.kind) {
    case 'list':
      return <List pieces={group.pieces} context={context} />
    case 'table':
      return <Table pieces={group.pieces} context={context} />
    case 'single':
      return <Single piece={group.piece} context={context} />
  }
}

/** A piece's own text with its styles and hits. */
export function PieceText({ piece, context }: Readonly<{ piece: Piece; context: BlockContext }>): ReactNode {
  const { block, offset } = piece
  const marks = marksWithin(context.ranges, offset, block.text.length)
  return <MarkedText text={block.text} inline={block.inline} marks={marks} current={currentAmong(marks, context.current)} />
}

function Single({ piece, context }: Readonly<{ piece: Piece; context: BlockContext }>): ReactNode {
  const { block, continues } = piece
  const text = <PieceText piece={piece} context={context} />
  const shared = { dir: 'auto', 'data-continues': continues || undefined }
  switch (block.kind) {
    case 'heading':
      // The document's title is the first heading of the page, so the text's own headings begin at the second.
      return createElement(`h${Math.min((block.level ?? 1) + 1, 6)}`, { ...shared, 'data-at': piece.offset }, text)
    case 'quote':
      return (
        <blockquote {...shared} data-depth={Math.min(block.level ?? 1, 4)}>
          {text}
        </blockquote>
      )
    case 'preformatted':
      return <pre {...shared}>{text}</pre>
    case 'rule':
      return <hr />
    case 'image':
      return <Picture documentId={context.documentId} resource={block.resource} description={block.text} caption={text} />
    case 'caption':
      return (
        <p {...shared} className="reader-caption">
          {text}
        </p>
      )
    default:
      return <p {...shared}>{text}</p>
  }
}

function List({ pieces, context }: Readonly<{ pieces: readonly Piece[]; context: BlockContext }>): ReactNode {
  return (
    <ul className="reader-list">
      {pieces.map((piece) => (
        <li
          key={piece.offset}
          dir="auto"
          value={piece.block.ordinal}
          data-ordinal={piece.block.ordinal === undefined ? undefined : true}
          data-depth={Math.min(piece.block.level ?? 1, 6)}
          data-continued={piece.continued || undefined}
          data-continues={piece.continues || undefined}
        >
          <PieceText piece={piece} context={context} />
        </li>
      ))}
    </ul>
  )
}

function Table({ pieces, context }: Readonly<{ pieces: readonly Piece[]; context: BlockContext }>): ReactNode {
  return (
    <div className="reader-table" tabIndex={-1}>
      <table>
        <tbody>
          {pieces.map((piece) => (
            <tr key={piece.offset}>
              {cellsOf(piece.block.text).map((cell) => (
                <TableCell key={cell.start} piece={piece} start={cell.start} text={cell.text} context={context} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellProps = Readonly<{ piece: Piece; start: number; text: string; context: BlockContext }>

function TableCell({ piece, start, text, context }: CellProps): ReactNode {
  const marks = marksWithin(context.ranges, piece.offset + start, text.length)
  const content = <MarkedText text={text} marks={marks} current={currentAmong(marks, context.current)} />
  return piece.block.header === true ? (
    <th dir="auto" scope="col">
      {content}
    </th>
  ) : (
    <td dir="auto">{content}</td>
  )
}

/** -1 unless the current hit is here, so that stepping through hits draws only the two blocks that change. */
function currentAmong(marks: readonly { index: number }[], current: number): number {
  return marks.some((mark) => mark.index === current) ? current : -1
}
