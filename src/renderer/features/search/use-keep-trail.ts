import { useEffect, useState } from 'react'
import { useAction } from '#renderer/api/use-action.ts'
import { useAppState } from '#renderer/app/store.ts'
import type { Results } from '#renderer/features/search/use-results.ts'
import type { SearchData } from '#shared/model/search-data'

/** A query whose box was left in the middle of it is a search when it has stood this long, or a document is opened from it. */
const STANDING_MS = 5000

/**
 * Tells the engine of each search that was finished, by Enter, by choosing it or by looking at what it found, and of the documents opened
 * from it; whether anything is written is its decision.
 */
export function useKeepTrail(results: Results): void {
  const record = useAction('trail.record', ['trail.get'])
  const recordOpening = useAction('trail.open', ['trail.get'])
  const chosenSort = useAppState((state) => state.sort)
  const opened = useAppState((state) => (state.cursor?.id === state.openDocumentId ? state.openDocumentId : null))
  const isLeftOff = useAppState((state) => state.isLeftOff)
  const { request, answer, isCatchingUp } = results
  const [noted, setNoted] = useState<string | null>(null)
  const isFinished = answer !== undefined && !isCatchingUp && !request.typing && request.query.trim() !== ''
  const { query, filter, expansions } = request
  const key = isFinished ? JSON.stringify({ query, filter, sort: chosenSort, expansions } satisfies SearchData) : null
  const total = answer?.total ?? 0
  const isWaiting = isLeftOff && opened === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search is noted once, however its count changes meanwhile.
  useEffect(() => {
    if (key === null || key === noted) return
    let isCurrent = true
    const note = async (): Promise<void> => {
      const done = await record({ search: JSON.parse(key) as SearchData, documents: total })
      if (isCurrent && done !== undefined) setNoted(key)
    }
    const timer = setTimeout(() => void note(), isWaiting ? STANDING_MS : 0)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, noted, isWaiting, record])
  useEffect(() => {
    if (opened !== null && noted !== null && noted === key)
      void recordOpening({ search: JSON.parse(noted) as SearchData, id: opened })
  }, [opened, noted, key, recordOpening])
}
