import { useQueries } from '@tanstack/react-query'
import { call } from '#renderer/api/call.ts'
import { commandKey, useCommand } from '#renderer/api/use-command.ts'
import type { SanadError } from '#shared/errors'
import type { CustodyListed, CustodyTopic } from '#shared/model/custody'
import type { DocumentId } from '#shared/model/ids'

const PAGE = 50

export type EntryFilter = Readonly<{ topic: CustodyTopic | undefined; documentId: DocumentId | null }>

export type Entries = Readonly<{
  /** Exact; undefined until the first answer. */
  total: number | undefined
  /** Undefined while it is being asked for. */
  entryAt: (row: number) => CustodyListed | undefined
  error: SanadError | null
}>

/** The entries that the filter lets through, newest first, page by page around the rows in sight. */
export function useEntries({ topic, documentId }: EntryFilter, [first, last]: readonly [number, number]): Entries {
  const asked = { ...(topic ? { topic } : {}), ...(documentId === null ? {} : { documentId }), limit: PAGE }
  const head = useCommand('custody.list', { ...asked, offset: 0 }, { keepPrevious: true })
  const from = Math.floor(first / PAGE)
  const pages = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, at) => from + at)
  const answers = useQueries({
    queries: pages.map((page) => {
      const input = { ...asked, offset: page * PAGE }
      return { queryKey: commandKey('custody.list', input), queryFn: () => call('custody.list', input) }
    })
  })
  const known = new Map([[0, head.data]])
  for (const [at, { data }] of answers.entries()) if (data !== undefined) known.set(pages[at] ?? 0, data)
  const entryAt = (row: number): CustodyListed | undefined => known.get(Math.floor(row / PAGE))?.entries[row % PAGE]
  return { total: head.data?.total, entryAt, error: head.error }
}
