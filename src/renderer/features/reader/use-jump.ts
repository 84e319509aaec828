import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

/** Chunks scrolled past take their true height a frame later, which may push the heading away again. */
const SETTLE_FRAMES = 4

export type Jump = Readonly<{
  /** The place that must be drawn for the jump; -1 before the first. */
  target: number
  /** Goes to the heading that begins at this offset of the reader text. */
  goTo: (offset: number) => void
  /** Goes to where a page (1-based) begins in the text; `offset` is that of its first block. */
  goToPage: (page: number, offset: number) => void
}>

/** Goes to headings: draws, scrolls there and puts the reading position at them. */
export function useJump(scroller: RefObject<HTMLElement | null>): Jump {
  const [wish, setWish] = useState<Readonly<{ offset: number; selector: string }> | null>(null)
  useLayoutEffect(() => {
    if (wish === null) return
    let frames = SETTLE_FRAMES
    let handle = 0
    const settle = (): void => {
      const heading = scroller.current?.querySelector<HTMLElement>(wish.selector) ?? null
      if (heading === null) return
      heading.scrollIntoView({ block: 'start' })
      if (--frames > 0) {
        handle = requestAnimationFrame(settle)
        return
      }
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
    settle()
    return () => cancelAnimationFrame(handle)
  }, [wish, scroller])
  const goTo = useCallback((offset: number) => setWish({ offset, selector: `[data-at="${offset}"]` }), [])
  const goToPage = useCallback(
    (page: number, offset: number) => setWish({ offset, selector: `.reader-page-mark[data-page="${page}"]` }),
    []
  )
  return { target: wish?.offset ?? -1, goTo, goToPage }
}
