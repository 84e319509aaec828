import type { QueryClient } from '@tanstack/react-query'
import { on } from '#renderer/api/call.ts'
import type { IntegrityState } from '#shared/model/integrity'

/** Keeps the answers about verifications as they are now. Answers with its stop. */
export function keepIntegrityFresh(client: QueryClient): () => void {
  const stopProgress = on('integrity.progress', (running) => {
    client.setQueryData<IntegrityState>(['integrity.state', {}], (state) => state && { ...state, running })
    if (running === null) askAgain()
  })
  const stopEnded = on('integrity.ended', () => askAgain())
  const askAgain = (): void => {
    for (const name of ['integrity.state', 'integrity.report'] as const) void client.invalidateQueries({ queryKey: [name] })
  }
  return () => {
    stopProgress()
    stopEnded()
  }
}
