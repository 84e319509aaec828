import type { CommandArgs, CommandOutput, CommandsAt } from '#shared/contract'

/** A function for every command that the window's own process answers; the compiler asks for each row of the contract. */
export type MainHandlers = Readonly<{
  [C in CommandsAt<'main'>]: (input: CommandArgs<C>) => CommandOutput<C> | Promise<CommandOutput<C>>
}>
