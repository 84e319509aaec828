import { useQueryClient } from '@tanstack/react-query'
import { type MouseEvent, type RefObject, useEffect, useRef } from 'react'
import { commandKey } from '#renderer/api/use-command.ts'
import { pageAtHeight } from '#renderer/features/reader/pages/page-stack.ts'
import { type Turns, unturned } from '#renderer/features/reader/pages/page-zoom.ts'
import { paragraphAt } from '#renderer/features/reader/pages/paragraph-at.ts'
import type { PageView } from '#renderer/features/reader/pages/use-page-view.ts'
import { nearestPlace, type WordPlace } from '#renderer/features/reader/pages/word-at.ts'
import type { CommandOutput } from '#shared/contract'
import type { DocumentId } from '#shared/model/ids'
import type { PageSize, PageWord } from '#shared/model/page-layer'

type Surface = Readonly<{
  pane: RefObject<HTMLElement | null>
  id: DocumentId
  sizes: readonly PageSize[]
  turns: Turns
  view: PageView
  text: string
  /** Whether a press beside the words moves the page: so with pictures. Where they are text it selects from the nearest word. */
  pansBesideWords: boolean
}>

type Point = Readonly<{ page: number; words: readonly PageWord[]; place: WordPlace }>

/**
 * What the mouse does on pages: it selects words, in the order of the text whatever stands between them, and moves a page that is
 * larger than the pane. Answers with the handler for a press.
 */
export function usePageMouse(surface: Surface): (event: MouseEvent) => void {
  const client = useQueryClient()
  const drag = useRef<(() => void) | null>(null)
  useEffect(() => () => drag.current?.(), [])

  const wordsOn = (page: number): readonly PageWord[] =>
    client.getQueryData<CommandOutput<'document.pageLayer'>>(commandKey('document.pageLayer', { id: surface.id, page: page + 1 }))
      ?.words ?? []
  const pointAt = (pane: HTMLElement, clientX: number, clientY: number): Point | undefined => {
    const { stack } = surface.view
    const rect = pane.getBoundingClientRect()
    const y = clientY - rect.top + pane.scrollTop
    const page = pageAtHeight(stack, y)
    const placed = stack.pages[page]
    const size = surface.sizes[page]
    if (placed === undefined || size === undefined) return undefined
    const across = (clientX - rect.left + pane.scrollLeft - placed.left) / placed.width
    const at = unturned(surface.turns, across, (y - placed.top) / placed.height)
    const words = wordsOn(page)
    const place = nearestPlace(words, at.x, at.y, size.width / size.height)
    return place && { page, words, place }
  }

  return (event) => {
    const { pane, text, pansBesideWords } = surface
    const target = event.target
    if (pane.current === null || !(target instanceof Element) || target.closest('button, [data-overlay]') !== null) return
    if (event.button > 1 || isOnScrollBar(pane.current, event)) return
    const isOnWord = target.closest('[data-start]') !== null
    const point =
      event.button === 1 || (pansBesideWords && !isOnWord) ? undefined : pointAt(pane.current, event.clientX, event.clientY)
    event.preventDefault()
    pane.current.focus({ preventScroll: true })
    drag.current?.()
    if (point === undefined) {
      if (event.button === 0) document.getSelection()?.removeAllRanges()
      drag.current = dragPage(pane.current, event)
      return
    }
    const isExtending = event.shiftKey && document.getSelection()?.anchorNode !== null
    if (event.detail === 2) selectWords(pane.current, point, point.place.word.start, point.place.word.end)
    else if (event.detail >= 3) selectWords(pane.current, point, ...paragraphAt(text, point.place.word.start))
    else if (isExtending) extendTo(pane.current, point)
    else collapseTo(pane.current, point)
    drag.current = dragSelection(pane.current, (x, y) => pane.current && pointAt(pane.current, x, y))
  }
}

function isOnScrollBar(pane: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, top } = pane.getBoundingClientRect()
  return clientX - left >= pane.clientWidth || clientY - top >= pane.clientHeight
}

/** The text of a drawn word; undefined while its page is not drawn. */
function textOf(pane: HTMLElement, page: number, word: PageWord): Node | undefined {
  return pane.querySelector(`[data-page="${page + 1}"] [data-start="${word.start}"]`)?.firstChild ?? undefined
}

function collapseTo(pane: HTMLElement, { page, place }: Point): void {
  const node = textOf(pane, page, place.word)
  if (node !== undefined) document.getSelection()?.collapse(node, place.offset)
}

function extendTo(pane: HTMLElement, { page, place }: Point): void {
  const node = textOf(pane, page, place.word)
  if (node !== undefined) document.getSelection()?.extend(node, place.offset)
}

/** Selects the words of one page that lie in a stretch of the text. */
function selectWords(pane: HTMLElement, { page, words }: Point, from: number, to: number): void {
  const first = words.find(({ end }) => end > from)
  const last = words.findLast(({ start }) => start < to)
  const start = first && textOf(pane, page, first)
  const end = last && textOf(pane, page, last)
  if (start && end) document.getSelection()?.setBaseAndExtent(start, 0, end, end.textContent?.length ?? 0)
}

/** Selects up to the word under the mouse until it is let go, and scrolls while it is held beyond the edge. Answers with its end. */
function dragSelection(pane: HTMLElement, pointAt: (x: number, y: number) => Point | undefined | null): () => void {
  let frame = 0
  let last: Readonly<{ x: number; y: number }> | null = null
  const follow = (): void => {
    const point = last && pointAt(last.x, last.y)
    if (point) extendTo(pane, point)
  }
  const scroll = (): void => {
    const { top, bottom } = pane.getBoundingClientRect()
    const beyond = last === null ? 0 : last.y < top ? last.y - top : Math.max(0, last.y - bottom)
    if (beyond !== 0) {
      pane.scrollTop += beyond / 4
      follow()
    }
    frame = requestAnimationFrame(scroll)
  }
  frame = requestAnimationFrame(scroll)
  return whileHeld(
    ({ clientX: x, clientY: y }) => {
      last = { x, y }
      follow()
    },
    () => cancelAnimationFrame(frame)
  )
}

function dragPage(pane: HTMLElement, start: MouseEvent): () => void {
  const from = { x: start.clientX + pane.scrollLeft, y: start.clientY + pane.scrollTop }
  pane.dataset.dragged = ''
  return whileHeld(
    ({ clientX, clientY }) => pane.scrollTo({ left: from.x - clientX, top: from.y - clientY }),
    () => {
      delete pane.dataset.dragged
    }
  )
}

/** Calls `move` for the mouse until its button is let go, and `end` then. */
function whileHeld(move: (event: globalThis.MouseEvent) => void, end: () => void): () => void {
  const stop = (): void => {
    window.removeEventListener('mousemove', move)
    window.removeEventListener('mouseup', stop)
    end()
  }
  window.addEventListener('mousemove', move)
  window.addEventListener('mouseup', stop)
  return stop
}
