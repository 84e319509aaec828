import { type RefObject, useMemo } from 'react'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import { type ShownText, shownText } from '#renderer/features/reader/reader-text.ts'
import { viewsOf } from '#renderer/features/reader/reader-view.ts'
import { type OpenedDocument, useDocument } from '#renderer/features/reader/use-document.ts'
import { type Find, useFind } from '#renderer/features/reader/use-find.ts'
import { useHitSteps } from '#renderer/features/reader/use-hit-steps.ts'
import { type Jump, useJump } from '#renderer/features/reader/use-jump.ts'
import { type ReadingPlace, useReadingPlace } from '#renderer/features/reader/use-reading-place.ts'
import { useViewChange, type ViewChange } from '#renderer/features/reader/use-view-change.ts'
import type { DocumentId } from '#shared/model/ids'

export type OpenReader = Readonly<{
  opened: OpenedDocument
  place: ReadingPlace
  find: Find
  /** The text of the view; undefined until it has come. */
  shown: ShownText | undefined
  step: (by: 1 | -1) => void
  jump: Jump
  change: ViewChange
  /** False where there is no text to look in. */
  openFind: () => boolean
}>

/** Everything an open document can do, with its keys. */
export function useOpenReader(id: DocumentId, scroller: RefObject<HTMLElement | null>): OpenReader {
  const opened = useDocument(id)
  const { content, detail } = opened
  const place = useReadingPlace(opened)
  const title = detail?.title ?? ''
  const textView = place.view === 'all' ? 'all' : 'reader'
  const shown = useMemo(() => content && shownText(content, textView, title), [content, textView, title])
  const find = useFind(shown?.text ?? '')
  const step = useHitSteps(opened, place, find)
  const jump = useJump(scroller)
  const change = useViewChange(scroller, opened, place, jump)
  const openFind = (): boolean => {
    if (place.text === null || (shown?.text ?? '') === '') return false
    find.open()
    return true
  }
  const stepping = (by: 1 | -1): true => {
    step(by)
    return true
  }
  const canStep = opened.isSearching || find.isOpen
  useShortcut('next-hit', () => stepping(1), canStep)
  useShortcut('previous-hit', () => stepping(-1), canStep)
  useShortcut('find-in-document', openFind)
  useShortcut('toggle-view', () => {
    const next = place.view === 'original' ? 'reader' : 'original'
    if (!detail || !viewsOf(detail).some(({ value, isDisabled }) => value === next && !isDisabled)) return false
    change.showView(next)
    return true
  })
  return { opened, place, find, shown, step, jump, change, openFind }
}
