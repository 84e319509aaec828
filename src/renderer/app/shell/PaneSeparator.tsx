import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useLocale } from 'react-aria-components'
import { PANES, type SizedPane } from '#renderer/app/shell/pane-sizes.ts'

const STEP = 16

/**
 * The line between two panes: drag it, move it with the arrow keys, double-click it for the first width. `grows` says on which side
 * of the line the pane that changes stands.
 */
export function PaneSeparator(props: {
  readonly pane: SizedPane
  readonly label: string
  readonly size: number
  readonly grows: 'before' | 'after'
  readonly onChange: (size: number) => void
  readonly onEnd: (size: number) => void
}): ReactNode {
  const { pane, label, size, grows, onChange, onEnd } = props
  const { direction } = useLocale()
  const { min, max, initial } = PANES[pane]
  const from = useRef<{ x: number; size: number } | null>(null)
  const sign = (direction === 'rtl' ? -1 : 1) * (grows === 'before' ? 1 : -1)
  const within = (next: number): number => Math.round(Math.min(max, Math.max(min, next)))
  const sizeAt = (x: number): number => (from.current === null ? size : within(from.current.size + (x - from.current.x) * sign))

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, size }
  }
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    if (from.current === null) return
    const next = sizeAt(event.clientX)
    from.current = null
    onEnd(next)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowRight: STEP * sign, ArrowLeft: -STEP * sign, Home: min - size, End: max - size }
    const move = moves[event.key]
    if (move === undefined) return
    event.preventDefault()
    onEnd(within(size + move))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can not be dragged or hold a value.
    <div
      className="pane-separator"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => {
        if (from.current !== null) onChange(sizeAt(event.clientX))
      }}
      onPointerUp={onPointerUp}
      onLostPointerCapture={onPointerUp}
      onDoubleClick={() => onEnd(initial)}
      onKeyDown={onKeyDown}
    />
  )
}
