import '#renderer/ui/virtual-list.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type HTMLAttributes, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'

export type VirtualListHandle = Readonly<{
  /** Brings a row into view, moving as little as possible. */
  scrollToIndex: (index: number) => void
  focus: () => void
  /** Rows that fit into the view, at least one: how far Page Down goes. */
  pageRows: () => number
}>

export type VirtualListProps = Readonly<{
  count: number
  /** Height in pixels of a row that was not drawn yet. */
  estimateSize: number
  /** A stable key of a row, so that heights follow rows that move. */
  keyOf?: (index: number) => string | number
  renderRow: (index: number) => ReactNode
  /** First and last row that are drawn; called when they change. */
  onRange?: (first: number, last: number) => void
  /** Role, label, tabIndex and keys of the scrolling element. */
  container?: HTMLAttributes<HTMLDivElement>
  ref?: Ref<VirtualListHandle>
}>

/** A list of any length that draws only the rows in sight. Rows measure themselves; the cost does not grow with `count`. */
export function VirtualList(props: VirtualListProps): ReactNode {
  const { count, estimateSize, keyOf, renderRow, onRange, container, ref } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimateSize,
    overscan: 6,
    ...(keyOf === undefined ? {} : { getItemKey: keyOf })
  })
  const rows = virtualizer.getVirtualItems()
  const first = rows[0]?.index ?? 0
  const last = rows.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= first) onRange?.(first, last)
  }, [first, last, onRange])
  useImperativeHandle(
    ref,
    () => ({
      scrollToIndex: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
      focus: () => scroller.current?.focus(),
      pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / estimateSize))
    }),
    [virtualizer, estimateSize]
  )
  return (
    <div {...container} ref={scroller} className={`ui-virtual-list ${container?.className ?? ''}`}>
      <div className="ui-virtual-list-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {rows.map((row) => (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            className="ui-virtual-list-row"
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {renderRow(row.index)}
          </div>
        ))}
      </div>
    </div>
  )
}
