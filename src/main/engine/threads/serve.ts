import type { Conversion } from '#engine/keys/conversion'
import type { Changed } from '#engine/threads/messages'

/** What a thread does for the main process. */
export type Served = Readonly<{
  /** Runs a call by name. Inputs were validated by the main process; a name this thread does not have is a bug. */
  call: (name: string, input: unknown) => unknown
  /** The other thread committed a change. */
  changed: (changed: Changed) => void
  /** An import, or a reading again, began or ended. */
  busy?: (isBusy: boolean) => void
  /** The archive was opened for reading only. */
  isReadOnly?: boolean
  /** A change of the passphrase that could not be finished yet. */
  unfinishedChange?: Conversion | null
  /** It has a passphrase: not when opening it finished the removal of one. */
  isEncrypted?: boolean
}>

type Handler = (input: never) => unknown

/** Looks the call up among a thread's own handlers only, never on the prototype. */
export function callIn(handlers: Readonly<Record<string, Handler>>, name: string, input: unknown): unknown {
  if (!Object.hasOwn(handlers, name)) throw new Error(`this thread has no call ${name}`)
  return handlers[name]?.(input as never)
}

/** Gives every command of a table the session it runs in. */
export function bindCommands<S>(
  commands: Readonly<Record<string, (session: S, input: never) => unknown>>,
  session: S
): Record<string, Handler> {
  return Object.fromEntries(Object.entries(commands).map(([name, run]) => [name, (input: never) => run(session, input)]))
}
