import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Box } from '#renderer/features/reader/pages/page-boxes.ts'
import {
  currentPage,
  heightOfPlace,
  MARGIN,
  type PageStack,
  pageAtHeight,
  placeAtHeight,
  type StackPlace,
  scrollToShow,
  stackPages
} from '#renderer/features/reader/pages/page-stack.ts'
import type { Material, PageZoom, Turns } from '#renderer/features/reader/pages/page-zoom.ts'
import { useRoom } from '#renderer/features/reader/pages/use-room.ts'
import type { PageSize } from '#shared/model/page-layer'

/** What of the stack is drawn. Pages count from 0. */
type Sight = Readonly<{
  first: number
  last: number
  /** The page that is read. */
  current: number
  /** True while pages rush past: nothing is asked for them. */
  isFlying: boolean
}>

export type PageView = Sight &
  Readonly<{
    stack: PageStack
    /** False before the pane was measured. */
    isMeasured: boolean
    onScroll: () => void
    /** Brings the top of a page (from 0) to the top of the pane. */
    goToPage: (page: number) => void
    /** Brings a box of a page, in fractions of the turned page, into view; nothing moves when it is well in sight. */
    showBox: (page: number, box: Box) => void
    /** Whether any of the page is in sight. */
    isInSight: (page: number) => boolean
    scrollToTop: () => void
    /** The next change of size keeps the point under these coordinates of the window where it is. */
    holdPoint: (clientX: number, clientY: number) => void
  }>

/** A point of the stack, and where in the pane it is to stay. `across`: a fraction of the stack's width. */
type Pin = Readonly<{ place: StackPlace; y: number; across: number; x: number }>

/** The page that was gone to, and where the pane stood then: it is the one that is read, also where it can not be brought to the top. */
type Aim = Readonly<{ page: number; top: number }>

const UNMEASURED: PageSize = { width: 800, height: 600 }
/** Pages above and below the view that are drawn too. */
const BEYOND = 1
const STILL_MS = 120
/** How close to the edge of the pane a hit may stand before it is brought to the middle. */
const EDGE = { down: 64, across: 24 }

/**
 * The stack of pages in a pane: which of them are drawn, and moving among them. The heights of pages are known before they are drawn, so
 * that any page is reached at once, and a change of size or of the pane keeps the place that is being read.
 */
export function usePageView(
  scroller: RefObject<HTMLElement | null>,
  sizes: readonly PageSize[],
  look: Readonly<{ zoom: PageZoom; turns: Turns; material: Material }>
): PageView {
  const { zoom, turns, material } = look
  const measured = useRoom(scroller)
  const room = measured ?? UNMEASURED
  const stack = useMemo(() => stackPages(sizes, { zoom, turns, material, room }), [sizes, zoom, turns, material, room])
  const [sight, setSight] = useState<Sight>({ first: 0, last: 0, current: 0, isFlying: false })
  const kept = useRef<Pin | null>(null)
  const held = useRef<Pin | null>(null)
  const aim = useRef<Aim | null>(null)
  const flight = useFlight()

  const see = useCallback(
    (isFlying: boolean) => {
      const pane = scroller.current
      if (pane === null) return
      // At the top it stays at the top; else what is read, a third down, stays.
      const y = pane.scrollTop < 1 ? 0 : pane.clientHeight / 3
      kept.current = pinAt(stack, pane, pane.clientWidth / 2, y)
      // Scrolling on by hand ends the aim.
      if (aim.current?.top !== pane.scrollTop) aim.current = null
      const next = sightOf(stack, pane, isFlying, aim.current?.page ?? null)
      setSight((before) => (isSame(before, next) ? before : next))
    },
    [scroller, stack]
  )
  useLayoutEffect(() => {
    const pane = scroller.current
    const pin = held.current ?? kept.current
    held.current = null
    if (pane !== null && pin !== null) restore(stack, pane, pin)
    if (pane !== null && aim.current !== null) aim.current = { ...aim.current, top: pane.scrollTop }
    see(false)
  }, [scroller, stack, see])

  const onScroll = useCallback(() => {
    const pane = scroller.current
    if (pane !== null) see(flight.isFlying(pane.scrollTop, pane.clientHeight, () => see(false)))
  }, [scroller, see, flight])
  const move = useCallback(
    (page: number, top: number, left?: number) => {
      const pane = scroller.current
      if (pane === null) return
      flight.land()
      pane.scrollTo({ top, ...(left === undefined ? {} : { left }) })
      aim.current = { page, top: pane.scrollTop }
      see(false)
    },
    [scroller, see, flight]
  )
  const moves = useMoves(scroller, stack, move)
  const holdPoint = useCallback(
    (clientX: number, clientY: number) => {
      const pane = scroller.current
      if (pane === null) return
      const { left, top } = pane.getBoundingClientRect()
      held.current = pinAt(stack, pane, clientX - left, clientY - top)
    },
    [scroller, stack]
  )
  return { ...sight, stack, isMeasured: measured !== null, onScroll, holdPoint, ...moves }
}

function useMoves(
  scroller: RefObject<HTMLElement | null>,
  stack: PageStack,
  move: (page: number, top: number, left?: number) => void
): Pick<PageView, 'goToPage' | 'showBox' | 'isInSight' | 'scrollToTop'> {
  return useMemo(() => {
    return {
      goToPage: (page) => {
        const placed = stack.pages[page]
        if (placed !== undefined) move(page, placed.top - MARGIN)
      },
      showBox: (page, box) => {
        const placed = stack.pages[page]
        const pane = scroller.current
        if (placed === undefined || pane === null) return
        const top = placed.top + box.y * placed.height
        const left = placed.left + box.x * placed.width
        const down = { at: pane.scrollTop, size: pane.clientHeight }
        const across = { at: pane.scrollLeft, size: pane.clientWidth }
        move(
          page,
          scrollToShow(down, top, top + box.height * placed.height, EDGE.down),
          scrollToShow(across, left, left + box.width * placed.width, EDGE.across)
        )
      },
      isInSight: (page) => {
        const placed = stack.pages[page]
        const pane = scroller.current
        if (placed === undefined || pane === null) return false
        return placed.top < pane.scrollTop + pane.clientHeight && placed.top + placed.height > pane.scrollTop
      },
      scrollToTop: () => move(0, 0)
    }
  }, [scroller, stack, move])
}

type Flight = Readonly<{
  /** Whether the pane goes by faster than one can see. `still` is called once it rests. */
  isFlying: (top: number, viewHeight: number, still: () => void) => boolean
  /** The next move is meant: it is no flight. */
  land: () => void
}>

function useFlight(): Flight {
  return useMemo(() => {
    let last: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    return {
      isFlying: (top, viewHeight, still) => {
        const isFast = last !== null && Math.abs(top - last) > viewHeight / 2
        last = top
        clearTimeout(timer)
        if (isFast) timer = setTimeout(still, STILL_MS)
        return isFast
      },
      land: () => {
        last = null
      }
    }
  }, [])
}

function sightOf(stack: PageStack, pane: HTMLElement, isFlying: boolean, aim: number | null): Sight {
  const { scrollTop, clientHeight } = pane
  return {
    first: Math.max(0, pageAtHeight(stack, scrollTop) - BEYOND),
    last: Math.min(stack.pages.length - 1, pageAtHeight(stack, scrollTop + clientHeight) + BEYOND),
    current: aim ?? currentPage(stack, scrollTop, clientHeight),
    isFlying
  }
}

function isSame(a: Sight, b: Sight): boolean {
  return a.first === b.first && a.last === b.last && a.current === b.current && a.isFlying === b.isFlying
}

function pinAt(stack: PageStack, pane: HTMLElement, x: number, y: number): Pin {
  return { place: placeAtHeight(stack, pane.scrollTop + y), y, across: (pane.scrollLeft + x) / stack.width, x }
}

function restore(stack: PageStack, pane: HTMLElement, { place, y, across, x }: Pin): void {
  pane.scrollTop = heightOfPlace(stack, place) - y
  pane.scrollLeft = across * stack.width - x
}
