import { useQueries } from '@tanstack/react-query'
import { call } from '#renderer/api/call.ts'
import { commandKey, useCommand } from '#renderer/api/use-command.ts'
import { useAppState } from '#renderer/app/store.ts'
import type { SanadError } from '#shared/errors'
import type { RollCallId } from '#shared/model/ids'
import type { RollCallLine } from '#shared/model/rollcall'

const PAGE = 100

export type Lines = Readonly<{
  /** Exact; undefined until the first answer. */
  total: number | undefined
  /** Undefined while it is being asked for. */
  lineAt: (row: number) => RollCallLine | undefined
  error: SanadError | null
}>

/** The lines that the tools let through, page by page around the rows in sight. */
export function useLines(id: RollCallId, [first, last]: readonly [number, number]): Lines {
  const { tab, freshOnly, text, sort } = useAppState((state) => state.rollCall)
  const asked = { id, tab, freshOnly, text, sort, limit: PAGE }
  const head = useCommand('rollcall.lines', { ...asked, offset: 0 }, { keepPrevious: true })
  const from = Math.floor(first / PAGE)
  const pages = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, at) => from + at)
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...asked, offset: page * PAGE }
      return {
        queryKey: commandKey('rollcall.lines', input),
        queryFn: () => call('rollcall.lines', input)
      }
    })
  })
  const known = new Map([[0, head.data]])
  for (const [at, { data }] of answers.entries()) if (data !== undefined) known.set(pages[at] ?? 0, data)
  const lineAt = (row: number): RollCallLine | undefined => known.get(Math.floor(row / PAGE))?.lines[row % PAGE]
  return { total: head.data?.total, lineAt, error: head.error }
}
