import { type RefObject, useLayoutEffect, useRef } from 'react'

/** How close to the edge of the pane a hit may stand before it is brought to the middle. */
const MARGIN_PX = 72
/** Chunks scrolled past take their true height a frame later, which may push the hit away again. */
const SETTLE_FRAMES = 4

/** A wish to see a hit. Each wish has a `key` of its own (compared with `Object.is`); null is no wish. */
export type RevealWish = Readonly<{ key: unknown; hit: number; focus: boolean }>

/** Scrolls `scroller` to the hit wished for, once for each wish, and to the top when the wish names no hit (-1). */
export function useReveal(scroller: RefObject<HTMLElement | null>, { key, hit, focus }: RevealWish): void {
  const granted = useRef<unknown>(null)
  useLayoutEffect(() => {
    const pane = scroller.current
    // Only a new wish moves the page; a hit that gets another number while one types does not.
    if (pane === null || key === null || Object.is(granted.current, key)) return
    granted.current = key
    if (hit < 0) {
      pane.scrollTop = 0
      return
    }
    let frames = SETTLE_FRAMES
    let handle = 0
    const settle = (): void => {
      const mark = pane.querySelector<HTMLElement>(`[data-hit="${hit}"]`)
      if (mark === null) return
      if (!isInView(pane, mark)) mark.scrollIntoView({ block: 'center', inline: 'nearest' })
      if (--frames > 0) handle = requestAnimationFrame(settle)
      else if (focus && isReading(pane)) focusMark(mark)
    }
    settle()
    return () => cancelAnimationFrame(handle)
  }, [scroller, key, hit, focus])
}

function isInView(pane: HTMLElement, mark: HTMLElement): boolean {
  const outer = pane.getBoundingClientRect()
  const inner = mark.getBoundingClientRect()
  return inner.top >= outer.top + MARGIN_PX && inner.bottom <= outer.bottom - MARGIN_PX
}

/** Whether the focus is in the reader's pane. Where it is in the results it stays there, so that one can go on walking through them. */
function isReading(scroller: HTMLElement): boolean {
  return (scroller.closest('[data-pane]') ?? scroller).contains(document.activeElement)
}

/** Puts the reading position of a screen reader, and the next Tab, at the hit. */
function focusMark(mark: HTMLElement): void {
  mark.tabIndex = -1
  mark.focus({ preventScroll: true })
}
