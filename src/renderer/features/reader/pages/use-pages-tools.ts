import { type RefObject, useEffect, useRef } from 'react'
import { useShortcut } from '#renderer/app/Shortcuts.tsx'
import type { PagesLook } from '#renderer/app/state.ts'
import { boundScale, type PageZoom, stepScale } from '#renderer/features/reader/pages/page-zoom.ts'
import type { PageView } from '#renderer/features/reader/pages/use-page-view.ts'
import type { Look } from '#renderer/features/reader/pages/use-pages-look.ts'

/** What the bar and the keys do. */
export type PagesTools = Pick<Look, 'zoom' | 'panel' | 'setZoom' | 'turn'> &
  Readonly<{
    /** One step larger or smaller than the page that is read. */
    step: (by: 1 | -1) => void
    /** To a page, from 1. */
    goTo: (page: number) => void
    togglePanel: (panel: NonNullable<PagesLook['panel']>) => void
  }>

type Parts = Readonly<{
  look: Look
  view: PageView
  scroller: RefObject<HTMLElement | null>
  pageBox: RefObject<HTMLInputElement | null>
  total: number
  hasContents: boolean
  /** The zoom that `0` goes back to. */
  fit: PageZoom
}>

/** Everything that can be done to the pages, with its keys. */
export function usePagesTools({ look, view, scroller, pageBox, total, hasContents, fit }: Parts): PagesTools {
  const scale = view.stack.pages[view.current]?.scale ?? 1
  const tools: PagesTools = {
    zoom: look.zoom,
    panel: look.panel,
    setZoom: look.setZoom,
    turn: look.turn,
    step: (by) => look.setZoom(stepScale(scale, by)),
    goTo: (page) => {
      view.goToPage(page - 1)
      scroller.current?.focus({ preventScroll: true })
    },
    togglePanel: (panel) => look.setPanel(look.panel === panel ? null : panel)
  }
  useShortcut('zoom-in', () => tools.step(1))
  useShortcut('zoom-out', () => tools.step(-1))
  useShortcut('zoom-fit', () => tools.setZoom(fit))
  useShortcut('turn-page', tools.turn)
  useShortcut('go-to-page', () => pageBox.current?.focus(), total > 1)
  useShortcut('page-thumbnails', () => tools.togglePanel('thumbnails'), total > 1)
  useShortcut('contents', () => tools.togglePanel('contents'), hasContents)
  useWheelZoom(scroller, (factor, x, y) => {
    view.holdPoint(x, y)
    look.setZoom(boundScale(scale * factor))
  })
  return tools
}

/** How much one notch of a wheel, which is about 100, changes the size. */
const WHEEL_SPEED = 0.0018

/** Ctrl and the wheel, or two fingers on a touch pad, change the size around the pointer. */
function useWheelZoom(scroller: RefObject<HTMLElement | null>, zoom: (factor: number, x: number, y: number) => void): void {
  const latest = useRef(zoom)
  useEffect(() => {
    latest.current = zoom
  })
  useEffect(() => {
    const pane = scroller.current
    if (pane === null) return
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      latest.current(Math.exp(-event.deltaY * WHEEL_SPEED), event.clientX, event.clientY)
    }
    // React listens to the wheel passively, where it can not keep the pane from scrolling.
    pane.addEventListener('wheel', onWheel, { passive: false })
    return () => pane.removeEventListener('wheel', onWheel)
  }, [scroller])
}
