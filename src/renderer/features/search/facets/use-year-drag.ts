import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { useLocale } from 'react-aria-components'

/** Bars `first` to `last`, both included. */
export type BarRange = Readonly<{ first: number; last: number }>

export type YearDrag = Readonly<{
  /** What is being dragged over, or is chosen. */
  shown: BarRange | null
  isDragging: boolean
  /** The bar under the pointer or the keyboard. */
  active: number | null
  handlers: Readonly<{
    onMouseDown: (event: MouseEvent<HTMLElement>) => void
    onPointerDown: (event: PointerEvent<HTMLElement>) => void
    onPointerMove: (event: PointerEvent<HTMLElement>) => void
    onPointerUp: (event: PointerEvent<HTMLElement>) => void
    onPointerCancel: () => void
    onPointerLeave: () => void
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    onBlur: () => void
  }>
}>

const range = (a: number, b: number): BarRange => ({ first: Math.min(a, b), last: Math.max(a, b) })

/** The bar under the pointer, or the nearest one while it is dragged beyond the ends. */
function barUnder({ currentTarget, clientX }: PointerEvent<HTMLElement>, count: number, isFromRight: boolean): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  const share = width === 0 ? 0 : (clientX - left) / width
  return Math.max(0, Math.min(count - 1, Math.floor((isFromRight ? 1 - share : share) * count)))
}

/**
 * Choosing a stretch of bars: by dragging over them, or with the arrow keys, which move by one bar and with Shift extend; Escape
 * clears. A press on the one chosen bar takes it back. `onChoose` is called once a drag ends and with every key.
 */
export function useYearDrag(count: number, chosen: BarRange | null, onChoose: (range: BarRange | null) => void): YearDrag {
  const { direction } = useLocale()
  const [dragged, setDragged] = useState<BarRange | null>(null)
  const [active, setActive] = useState<number | null>(null)
  const from = useRef<number | null>(null)
  const anchor = useRef<number | null>(null)
  // Where the keys are. Not `active`: a pointer that rests on the bars would move it whenever the layout does.
  const cursor = useRef<number | null>(null)
  const barAt = (event: PointerEvent<HTMLElement>): number => barUnder(event, count, direction === 'rtl')
  const stop = (): void => {
    from.current = null
    setDragged(null)
  }
  const move = (to: number, isExtending: boolean): void => {
    const at = Math.max(0, Math.min(count - 1, to))
    if (!isExtending || anchor.current === null) anchor.current = at
    cursor.current = at
    setActive(at)
    onChoose(range(anchor.current, at))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const at = chosen === null ? null : (cursor.current ?? chosen.last)
    if (event.shiftKey && anchor.current === null) anchor.current = chosen?.first ?? at
    if (event.key === forward) move(at === null ? 0 : at + 1, event.shiftKey)
    else if (event.key === backward) move(at === null ? count - 1 : at - 1, event.shiftKey)
    else if (event.key === 'Home') move(0, event.shiftKey)
    else if (event.key === 'End') move(count - 1, event.shiftKey)
    else if (event.key === 'Escape' && chosen !== null) {
      anchor.current = null
      cursor.current = null
      setActive(null)
      onChoose(null)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    shown: dragged ?? chosen,
    isDragging: dragged !== null,
    active,
    handlers: {
      // The focus stays on the whole, whichever bar is pressed: the keys are its own.
      onMouseDown: (event) => event.preventDefault(),
      onPointerDown: (event) => {
        if (event.button !== 0 || count === 0) return
        event.currentTarget.focus({ preventScroll: true })
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = barAt(event)
        setDragged(range(from.current, from.current))
      },
      onPointerMove: (event) => {
        if (count === 0) return
        setActive(barAt(event))
        if (from.current !== null) setDragged(range(from.current, barAt(event)))
      },
      onPointerUp: (event) => {
        if (from.current === null) return
        const made = range(from.current, barAt(event))
        anchor.current = from.current
        cursor.current = barAt(event)
        stop()
        const isSame = chosen !== null && chosen.first === made.first && chosen.last === made.last
        onChoose(isSame && made.first === made.last ? null : made)
      },
      onPointerCancel: stop,
      onPointerLeave: () => setActive(null),
      onKeyDown,
      onBlur: () => setActive(null)
    }
  }
}
