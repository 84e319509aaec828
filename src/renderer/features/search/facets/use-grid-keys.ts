import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import { useLocale } from 'react-aria-components'

type GridKeys = Readonly<{
  /** The row that Tab goes to. */
  activeRow: number
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
}>

const rowsOf = (grid: HTMLElement): EventTarget[][] =>
  [...grid.querySelectorAll<HTMLElement>('.facet-row')].map((row) => [...row.querySelectorAll('button')])

const placeOf = (rows: readonly EventTarget[][], target: EventTarget): readonly [row: number, column: number] => {
  const row = rows.findIndex((buttons) => buttons.includes(target))
  return [row, rows[row]?.indexOf(target) ?? -1]
}

/** Arrow keys, Home and End over rows of buttons, so that Tab goes from group to group. `count`: how many rows there are. */
export function useGridKeys(count: number): GridKeys {
  const { direction } = useLocale()
  const [row, setRow] = useState(0)
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  return {
    activeRow: Math.min(row, Math.max(0, count - 1)),
    onFocus: ({ currentTarget, target }) => {
      const [focused] = placeOf(rowsOf(currentTarget), target)
      if (focused >= 0) setRow(focused)
    },
    onKeyDown: (event) => {
      const rows = rowsOf(event.currentTarget)
      const [at, column] = placeOf(rows, event.target)
      if (at < 0) return
      const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
        ArrowDown: [at + 1, column],
        ArrowUp: [at - 1, column],
        [forward]: [at, column + 1],
        [backward]: [at, column - 1],
        Home: [0, column],
        End: [rows.length - 1, column]
      }
      const [toRow, toColumn] = moves[event.key] ?? [-1, -1]
      const button = rows[toRow]?.[toColumn]
      if (moves[event.key] === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (button instanceof HTMLElement) button.focus()
    }
  }
}
