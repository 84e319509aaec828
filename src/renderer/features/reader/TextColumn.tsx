import { memo, type ReactNode, useMemo } from 'react'
import { BlockView } from '#renderer/features/reader/BlockView.tsx'
import { type Chunk, chunkOfPiece, chunkPieces } from '#renderer/features/reader/chunks.ts'
import { groupPieces, type PieceGroup } from '#renderer/features/reader/groups.ts'
import { type Piece, pieceAt } from '#renderer/features/reader/pieces.ts'
import { RoleFrame } from '#renderer/features/reader/RoleFrame.tsx'
import { firstPiece, roleRuns } from '#renderer/features/reader/role-runs.ts'
import { useDrawnChunks } from '#renderer/features/reader/use-drawn-chunks.ts'
import type { DocumentId } from '#shared/model/ids'
import type { PageUnit } from '#shared/model/page-unit'
import type { TextRange } from '#shared/model/search'

type Props = Readonly<{
  documentId: DocumentId
  pieces: readonly Piece[]
  ranges: readonly TextRange[]
  current: number
  /** An offset that must be drawn now because the reader is about to scroll there; -1 for none. */
  target: number
  /** The same for a heading or a page that is gone to. */
  jumpTarget?: number
  charsPerLine: number
  /** What `page` of the blocks counts. */
  unit?: PageUnit
}>

/** The text of a document, of any length: the part in view is drawn at once, the rest while the window is idle. */
export function TextColumn({
  documentId,
  pieces,
  ranges,
  current,
  target,
  jumpTarget = -1,
  charsPerLine,
  unit = 'page'
}: Props): ReactNode {
  const chunks = useMemo(() => chunkPieces(pieces, charsPerLine), [pieces, charsPerLine])
  const wanted = target < 0 ? -1 : chunkOfPiece(chunks, pieceAt(pieces, target))
  const jumped = jumpTarget < 0 ? -1 : chunkOfPiece(chunks, pieceAt(pieces, jumpTarget))
  const { isDrawn, watch } = useDrawnChunks(chunks.length, wanted, jumped)
  return chunks.map((chunk, index) =>
    isDrawn(index) ? (
      <DrawnChunk
        key={chunk.first}
        chunk={chunk}
        documentId={documentId}
        ranges={ranges}
        unit={unit}
        pageBefore={chunks[index - 1]?.pieces.at(-1)?.block.page ?? null}
        current={holdsHit(chunk, ranges[current]) ? current : -1}
      />
    ) : (
      <div key={chunk.first} data-chunk={index} ref={watch} style={{ blockSize: `${chunk.estimatedLines}lh` }} />
    )
  )
}

type ChunkProps = Readonly<{
  chunk: Chunk
  documentId: DocumentId
  ranges: readonly TextRange[]
  current: number
  unit: PageUnit
  /** The page that the chunk before ended on. */
  pageBefore: number | null
}>

const DrawnChunk = memo(function DrawnChunk({ chunk, documentId, ranges, current, unit, pageBefore }: ChunkProps): ReactNode {
  const runs = useMemo(() => roleRuns(groupPieces(chunk.pieces), pageBefore), [chunk, pageBefore])
  const context = useMemo(() => ({ documentId, ranges, current }), [documentId, ranges, current])
  return (
    <div
      className="reader-chunk"
      data-page={chunk.pieces[0]?.block.page}
      style={{ containIntrinsicBlockSize: `auto ${chunk.estimatedLines}lh` }}
    >
      {runs.map(({ role, newPage, groups }) => (
        <RoleFrame key={keyOf(groups[0])} role={role} newPage={newPage} unit={unit}>
          {groups.map((group) => (
            <BlockView key={keyOf(group)} group={group} context={context} />
          ))}
        </RoleFrame>
      ))}
    </div>
  )
})

function keyOf(group: PieceGroup | undefined): string {
  const first = group && firstPiece(group)
  return `${group?.kind ?? ''}-${first?.block.kind ?? ''}-${first?.offset ?? 0}`
}

function holdsHit(chunk: Chunk, range: TextRange | undefined): boolean {
  const first = chunk.pieces[0]
  const last = chunk.pieces.at(-1)
  if (range === undefined || first === undefined || last === undefined) return false
  return range[1] > first.offset && range[0] < last.offset + last.block.text.length
}
