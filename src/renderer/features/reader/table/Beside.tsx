import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PieceText } from '#renderer/features/reader/BlockView.tsx'
import type { Piece } from '#renderer/features/reader/pieces.ts'
import type { TableMarks } from '#renderer/features/reader/table/TableView.tsx'
import { SectionHeading } from '#renderer/ui/SectionHeading.tsx'
import type { DocumentId } from '#shared/model/ids'

type Props = Readonly<{ documentId: DocumentId; pieces: readonly Piece[]; marks: TableMarks }>

/** Comments and text boxes of a sheet, under its table. */
export function Beside({ documentId, pieces, marks }: Props): ReactNode {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  const { ranges, current, wish } = marks
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish.
  useEffect(() => {
    panel.current?.querySelector(`[data-hit="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [wish])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
    <section ref={panel} className="table-beside selectable reader-body" aria-labelledby="table-beside" tabIndex={0}>
      <SectionHeading id="table-beside">{t('reader.tableBeside')}</SectionHeading>
      {pieces.map((piece) => (
        <p key={piece.offset} dir="auto">
          {piece.block.role === undefined ? null : (
            <span className="table-beside-role">{t(`reader.role-${piece.block.role}`)} · </span>
          )}
          <PieceText piece={piece} context={{ documentId, ranges, current }} />
        </p>
      ))}
    </section>
  )
}
