import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CommandName } from '#shared/contract'

/** Has the answers of these commands asked for again, where they are shown. */
export function useRefresh(): (names: readonly CommandName[]) => void {
  const client = useQueryClient()
  return useCallback(
    (names) => {
      for (const name of names) void client.invalidateQueries({ queryKey: [name] })
    },
    [client]
  )
}
