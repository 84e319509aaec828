import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#renderer/api/call.ts'
import { commandKey } from '#renderer/api/use-command.ts'
import type { Lines } from '#renderer/features/rollcall/use-lines.ts'
import type { RollCallId } from '#shared/model/ids'
import type { LineDocument, NearSpelling } from '#shared/model/rollcall'

/** Rows that are asked for together. */
const CHUNK = 10
/** Rows are in sight for so long before they are looked up: none of those that fly past. */
const PAUSE_MS = 120

export type RowFacts = Readonly<{
  /** The best document of a line, where it was looked up already. */
  documentOf: (position: number) => LineDocument | undefined
  nearestOf: (position: number) => readonly NearSpelling[] | undefined
}>

/** Passages and nearest spellings of the rows in sight: they are looked up only when someone looks. */
export function useRowFacts(id: RollCallId, lines: Lines, range: readonly [number, number]): RowFacts {
  const [first, last] = useSettledRange(range)
  const chunks = Array.from({ length: Math.floor(last / CHUNK) - Math.floor(first / CHUNK) + 1 }, (_, at) => {
    const from = (Math.floor(first / CHUNK) + at) * CHUNK
    return Array.from({ length: CHUNK }, (_row, step) => lines.lineAt(from + step)).filter((line) => line !== undefined)
  })
  const found = chunks.map((chunk) => chunk.filter(({ documents }) => (documents ?? 0) > 0).map(({ position }) => position))
  const missing = chunks.map((chunk) => chunk.filter(({ documents }) => documents === 0).map(({ position }) => position))
  const passages = useQueries({
    queries: found.map((positions) => ({
      queryKey: commandKey('rollcall.passages', { id, positions, limit: 1 }),
      queryFn: () => call('rollcall.passages', { id, positions, limit: 1 }),
      enabled: positions.length > 0
    }))
  })
  const nearest = useQueries({
    queries: missing.map((positions) => ({
      queryKey: commandKey('rollcall.nearest', { id, positions }),
      queryFn: () => call('rollcall.nearest', { id, positions }),
      enabled: positions.length > 0
    }))
  })
  const documents = new Map(
    passages
      .flatMap(({ data }) => data ?? [])
      .flatMap((one) => one.documents.slice(0, 1).map((document) => [one.position, document]))
  )
  const near = new Map(nearest.flatMap(({ data }) => data ?? []).map((one) => [one.position, one.nearest]))
  return { documentOf: (position) => documents.get(position), nearestOf: (position) => near.get(position) }
}

function useSettledRange([first, last]: readonly [number, number]): readonly [number, number] {
  const [settled, setSettled] = useState<readonly [number, number]>([first, last])
  useEffect(() => {
    const timer = setTimeout(() => setSettled([first, last]), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [first, last])
  return settled
}
