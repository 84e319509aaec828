import { bridge } from '#renderer/api/bridge.ts'
import { withoutOverrides } from '#renderer/api/without-overrides.ts'
import type { CommandInput, CommandName, CommandOutput, EventName, Events } from '#shared/contract'
import { SanadError } from '#shared/errors'

/** The text of a document itself is shown as it was written. */
const OWN_TEXT: ReadonlySet<CommandName> = new Set(['document.content', 'document.plainText', 'document.pageLayer'])

/**
 * Runs a command in the main process or the engine and answers with its output.
 * @throws {SanadError} with the code of the reply; the catalogue words it under `error.<code>`.
 */
export async function call<C extends CommandName>(name: C, input: CommandInput<C>): Promise<CommandOutput<C>> {
  const reply = await bridge().invoke(name, input)
  // The one place where the untyped channel meets the contract: main answers a command with that command's output.
  if (reply.ok) return (OWN_TEXT.has(name) ? reply.value : withoutOverrides(reply.value)) as CommandOutput<C>
  throw new SanadError(reply.error.code, reply.error.message)
}

/** Listens to an event from the main process. Answers with the function that stops listening. */
export function on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void {
  return bridge().on(name, (payload) => listener(withoutOverrides(payload) as Events[E]))
}
