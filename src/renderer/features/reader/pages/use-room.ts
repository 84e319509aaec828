import { type RefObject, useLayoutEffect, useState } from 'react'
import type { PageSize } from '#shared/model/page-layer'

/** The inside of a scrolling pane in CSS pixels, scroll bars left out; null before it was measured. */
export function useRoom(scroller: RefObject<HTMLElement | null>): PageSize | null {
  const [room, setRoom] = useState<PageSize | null>(null)
  useLayoutEffect(() => {
    const pane = scroller.current
    if (pane === null) return
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = pane
      setRoom((before) => (before?.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(pane)
    return () => observer.disconnect()
  }, [scroller])
  return room
}
