import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call } from '#renderer/api/call.ts'
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract'
import type { SanadError } from '#shared/errors'

export type CommandOptions = Readonly<{
  /** False: do not ask yet. */
  enabled?: boolean
  /** Keep showing the answer to the previous input (`isPlaceholderData`) until the new one is there. */
  keepPrevious?: boolean
  /** Keep no answer that is not shown: one that could name what was cleared or deleted since. */
  forget?: boolean
}>

/** The cache key of a command's answer. Everything of one command shares its first element. */
export function commandKey<C extends CommandName>(name: C, input: CommandInput<C>): readonly [C, CommandInput<C>] {
  return [name, input]
}

/**
 * The answer to a reading command, asked again when the library changes. Answers are kept by input, so that one that comes late
 * never stands in the place of a newer one.
 */
export function useCommand<C extends CommandName>(
  name: C,
  input: CommandInput<C>,
  options: CommandOptions = {}
): UseQueryResult<CommandOutput<C>, SanadError> {
  return useQuery<CommandOutput<C>, SanadError, CommandOutput<C>>({
    queryKey: commandKey(name, input),
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.forget === true ? { gcTime: 0 } : {}),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {})
  }) as UseQueryResult<CommandOutput<C>, SanadError>
}
