import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { asSanadError } from '#renderer/api/as-sanad-error.ts'
import { call } from '#renderer/api/call.ts'
import { showError } from '#renderer/api/notices.ts'
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract'

/**
 * A command that changes something, as a function to call from an event handler. It answers with the output, or with undefined when it
 * failed, after having shown the person why. `refresh` names commands whose answers it makes stale besides what `library.changed` says.
 */
export function useAction<C extends CommandName>(
  name: C,
  refresh: readonly CommandName[] = []
): (input: CommandInput<C>) => Promise<CommandOutput<C> | undefined> {
  const client = useQueryClient()
  const stale = refresh.join(' ')
  return useCallback(
    async (input) => {
      try {
        const output = await call(name, input)
        for (const other of stale.split(' ')) if (other !== '') void client.invalidateQueries({ queryKey: [other] })
        return output
      } catch (error) {
        showError(asSanadError(error).code)
        return undefined
      }
    },
    [client, name, stale]
  )
}
