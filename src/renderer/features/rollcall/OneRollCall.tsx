import '#renderer/features/rollcall/rollcall-lines.css'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useAppState } from '#renderer/app/store.ts'
import { LineDetail } from '#renderer/features/rollcall/LineDetail.tsx'
import { LineList } from '#renderer/features/rollcall/LineList.tsx'
import { LineTools } from '#renderer/features/rollcall/LineTools.tsx'
import { RollCallHead } from '#renderer/features/rollcall/RollCallHead.tsx'
import { RunState } from '#renderer/features/rollcall/RunState.tsx'
import { useLines } from '#renderer/features/rollcall/use-lines.ts'
import type { VirtualListHandle } from '#renderer/ui/VirtualList.tsx'
import type { RollCall } from '#shared/model/rollcall'

/** A roll-call: its run, its lines, and where the chosen line is found. */
export function OneRollCall({ rollCall }: Readonly<{ rollCall: RollCall }>): ReactNode {
  const list = useRef<VirtualListHandle>(null)
  const [range, setRange] = useState<readonly [number, number]>([0, 0])
  const onRange = useCallback((first: number, last: number) => setRange([first, last]), [])
  const lines = useLines(rollCall.id, range)
  const row = useAppState((state) => state.rollCall.row)
  const chosen = row === null ? undefined : lines.lineAt(row)
  return (
    <div className="rollcall-one">
      <RollCallHead rollCall={rollCall} />
      <RunState rollCall={rollCall} />
      <LineTools rollCall={rollCall} total={lines.total} />
      <div className="rollcall-body">
        <LineList rollCall={rollCall} lines={lines} list={list} range={range} onRange={onRange} />
        <LineDetail rollCall={rollCall} line={chosen} />
      </div>
    </div>
  )
}
