import { useCallback } from 'react'
import { NO_FILTER } from '#renderer/app/state.ts'
import { useActions } from '#renderer/app/store.ts'
import type { DocumentId } from '#shared/model/ids'
import type { LineDocument } from '#shared/model/rollcall'

export type OpenLine = Readonly<{
  /** Runs a query in the search box. */
  search: (query: string) => void
  /** Opens a document at its passage, the line's query in the search box. */
  open: (query: string, document: LineDocument) => void
}>

/** Ways from a line to the documents; the roll-call stays as it was for the way back. */
export function useOpenLine(): OpenLine {
  const actions = useActions()
  const search = useCallback(
    (query: string) => {
      actions.showSearch({ query, filter: NO_FILTER, expansions: {}, sort: null })
    },
    [actions]
  )
  const open = useCallback(
    (query: string, { id, passage }: LineDocument) => {
      search(query)
      const openAt = passage === null ? ({ at: 'first-hit' } as const) : ({ at: 'passage', ...placeOf(passage) } as const)
      actions.openDocument(id as DocumentId, { openAt })
    },
    [actions, search]
  )
  return { search, open }
}

/** The first mark of a passage is what the eye looks for, not where the cut happens to begin. */
const placeOf = ({ view, offset, ranges }: NonNullable<LineDocument['passage']>) => ({
  view,
  offset: offset + (ranges[0]?.[0] ?? 0)
})
