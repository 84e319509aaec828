import { type MouseEvent, memo, type ReactNode } from 'react'
import { ResultCard } from '#renderer/features/search/ResultCard.tsx'
import type { SearchHit } from '#shared/model/search'

type Props = Readonly<{
  hit: SearchHit
  index: number
  total: number
  isOpen: boolean
  isCursor: boolean
  isSelected: boolean
  /** `passage`: the number of the passage of the card that was clicked; 0 for the best one and for all the rest of the card. */
  onClick: (event: MouseEvent, index: number, passage: number) => void
}>

/** One option of the list box of results. The list box has the focus and points at it by its id. */
export const ResultRow = memo(function ResultRow({ hit, index, total, isOpen, isCursor, isSelected, onClick }: Props): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the focus and answers to the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list box points at it with aria-activedescendant.
    <div
      id={resultId(hit.id)}
      className="card"
      role="option"
      aria-selected={isSelected}
      aria-setsize={total}
      aria-posinset={index + 1}
      data-cursor={isCursor}
      data-open={isOpen}
      data-selected={isSelected}
      onClick={(event) => onClick(event, index, passageAt(event.target))}
    >
      <ResultCard hit={hit} />
    </div>
  )
})

function passageAt(target: EventTarget): number {
  const passage = target instanceof Element ? target.closest<HTMLElement>('[data-passage]') : null
  return Number(passage?.dataset.passage ?? 0)
}

/** The element id of a document's row. */
export function resultId(id: number): string {
  return `result-${id}`
}
