import { useTranslation } from 'react-i18next'
import { showDone } from '#renderer/api/notices.ts'
import { useActions } from '#renderer/app/store.ts'
import { stepHit } from '#renderer/features/reader/hit-step.ts'
import type { OpenedDocument } from '#renderer/features/reader/use-document.ts'
import type { Find } from '#renderer/features/reader/use-find.ts'
import type { ReadingPlace } from '#renderer/features/reader/use-reading-place.ts'

/** Goes to the next or previous hit: of what is typed in find in document, else of the query, and on to the next document. */
export function useHitSteps(opened: OpenedDocument, place: ReadingPlace, find: Find): (by: 1 | -1) => void {
  const { t } = useTranslation()
  const actions = useActions()
  const leave = async (by: 1 | -1): Promise<void> => {
    const moved = await (by === 1 ? actions.nextDocument() : actions.previousDocument())
    if (!moved) showDone(t(by === 1 ? 'reader.endOfResults' : 'reader.startOfResults'))
  }
  return (by) => {
    if (find.isUsed) return find.step(by)
    // A view that shows no hits is left for the text, which does.
    if (place.text === null && opened.hits.all.length > 0) return place.goToEdge(by === 1 ? 'first-hit' : 'last-hit')
    const step = stepHit(place.current, place.ranges.length, by)
    const range = step.kind === 'here' ? place.ranges[step.index] : undefined
    if (range !== undefined) place.goTo({ view: place.view, anchor: range[0] })
    else void leave(by)
  }
}
