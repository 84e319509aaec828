import { useMemo } from 'react'
import { useAfterTyping } from '#renderer/api/use-after-typing.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useAppState } from '#renderer/app/store.ts'
import { NO_HITS } from '#renderer/features/reader/opening-place.ts'
import { useFreshText } from '#renderer/features/reader/use-fresh-text.ts'
import type { DocumentContent } from '#shared/contract'
import type { SanadError } from '#shared/errors'
import type { DocumentDetail } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import type { DocumentHits } from '#shared/model/search'

/** A document as the reader needs it; parts are undefined until they have come. */
export type OpenedDocument = Readonly<{
  detail: DocumentDetail | undefined
  content: DocumentContent | undefined
  hits: DocumentHits
  /** False while the hits of the query that is typed now are still being looked for. */
  areHitsKnown: boolean
  isSearching: boolean
  error: SanadError | null
}>

/** Asks for a document, its text, and the hits of the current query in it. The text does not wait for the hits. */
export function useDocument(id: DocumentId): OpenedDocument {
  const query = useAppState((state) => state.query)
  const typing = useAppState((state) => state.typing)
  const expansions = useAppState((state) => state.expansions)
  const isSearching = query.trim() !== ''
  const detail = useCommand('document.get', { id })
  const content = useCommand('document.content', { id })
  const search = useMemo(() => ({ query, typing, expansions }), [query, typing, expansions])
  const asked = useAfterTyping(search)
  const hits = useCommand('document.hits', { id, ...asked }, { enabled: isSearching, keepPrevious: true })
  useFreshText(detail.data)
  return {
    detail: detail.data,
    content: content.data,
    hits: (isSearching ? hits.data : undefined) ?? NO_HITS,
    areHitsKnown: !isSearching || hits.isError || (hits.isSuccess && !hits.isPlaceholderData && asked === search),
    isSearching,
    error: detail.error ?? content.error
  }
}
