import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import type { Sheet } from '#renderer/features/reader/table/sheets.ts'

/** Height of a row, and width of the row numbers, in pixels. */
export const ROW_PX = 27
const DIGIT_PX = 8

/** Which rows and columns are in sight, and where each stands. */
export type GridRoom = Readonly<{
  rows: readonly VirtualItem[]
  columns: readonly VirtualItem[]
  rowVirtualizer: Virtualizer<HTMLDivElement, Element>
  columnVirtualizer: Virtualizer<HTMLDivElement, Element>
  /** Of everything, in pixels. */
  height: number
  width: number
  /** Of the letters and the header row, and of the row numbers. */
  headHeight: number
  numbersWidth: number
}>

type Asked = Readonly<{ sheet: Sheet; widths: readonly number[]; isRtl: boolean }>

/** Keeps to what can be seen, however large the sheet is. */
export function useGridRoom(scroller: RefObject<HTMLDivElement | null>, { sheet, widths, isRtl }: Asked): GridRoom {
  const headHeight = sheet.header === null ? ROW_PX : 2 * ROW_PX
  const lastNumber = Math.max(sheet.rows.at(-1)?.number ?? 1, sheet.header?.number ?? 1)
  const numbersWidth = String(lastNumber).length * DIGIT_PX + 20
  const rowVirtualizer = useVirtualizer({
    count: sheet.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight
  })
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    isRtl,
    count: sheet.columns,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => widths[index] ?? 0,
    overscan: 2,
    paddingStart: numbersWidth,
    scrollPaddingStart: numbersWidth
  })
  return {
    rows: rowVirtualizer.getVirtualItems(),
    columns: columnVirtualizer.getVirtualItems(),
    rowVirtualizer,
    columnVirtualizer,
    height: rowVirtualizer.getTotalSize(),
    width: columnVirtualizer.getTotalSize(),
    headHeight,
    numbersWidth
  }
}
