/**
 * The one way in for commands from the window. Rules, in this order: the sender is the program's own page; it does not flood; the message
 * is plain data of bearable size; the name is a row of the contract; the input fits the row's schema. It always resolves to a `Reply`.
 */
import * as v from 'valibot'
import type { EngineClient, EngineCommand } from '#main/engine-client'
import { createFloodGate } from '#main/ipc/flood-gate'
import type { MainHandlers } from '#main/ipc/main-handlers'
import { isBearable } from '#main/ipc/payload-size'
import type { Sender } from '#main/ipc/sender'
import type { Log } from '#main/log'
import { type CommandName, type CommandOutput, type CommandsAt, commands, type Reply } from '#shared/contract'
import { SanadError } from '#shared/errors'

export type DispatchParts = Readonly<{
  handlers: MainHandlers
  engine: () => Promise<EngineClient>
  isOwnPage: (event: Sender) => boolean
  log: Log
}>

export type Dispatch = (event: Sender, name: unknown, input: unknown) => Promise<Reply<unknown>>

/** Not logged each time: that would be the flood's work. */
const FLOODED: Reply<never> = { ok: false, error: { code: 'bad-request', message: 'too many commands at once' } }

/** Makes the function to put behind `ipcMain.handle('sanad:invoke')`. */
export function createDispatch(parts: DispatchParts): Dispatch {
  const gate = createFloodGate(() => parts.log.warn('the window sends more commands than it can need: some were refused'))
  return async (event, name, input) => {
    if (!parts.isOwnPage(event))
      return refusal(new SanadError('bad-request', 'a command came from a frame that may not send any'), parts.log)
    if (!gate.enter()) return FLOODED
    try {
      if (!isCommandName(name)) throw new SanadError('bad-request', 'there is no such command')
      if (!isBearable(input)) throw new SanadError('bad-request', `the input of ${name} is too large or no plain data`)
      return { ok: true, value: await run(parts, name, input) }
    } catch (error) {
      return refusal(error, parts.log)
    } finally {
      gate.leave()
    }
  }
}

/** Tells whether `name` is a row of the contract; inherited names such as `constructor` are not. */
export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name)
}

function isMainCommand(name: CommandName): name is CommandsAt<'main'> {
  return commands[name].place === 'main'
}

function isEngineCommand(name: CommandName): name is EngineCommand {
  return !isMainCommand(name)
}

async function run(parts: DispatchParts, name: CommandName, input: unknown): Promise<unknown> {
  if (isMainCommand(name)) return runInMain(parts.handlers, name, input)
  if (isEngineCommand(name)) return runInEngine(parts.engine, name, input)
  throw new SanadError('bad-request', 'there is no such command')
}

async function runInMain<C extends CommandsAt<'main'>>(
  handlers: MainHandlers,
  name: C,
  input: unknown
): Promise<CommandOutput<C>> {
  return handlers[name](validated(name, input))
}

/** Subtle: the input is looked at before the archive is asked for, which may have to wait for its opening. */
async function runInEngine<C extends EngineCommand>(
  engine: () => Promise<EngineClient>,
  name: C,
  input: unknown
): Promise<CommandOutput<C>> {
  const args = validated(name, input)
  return (await engine()).call(name, args)
}

function validated<C extends CommandName>(name: C, input: unknown): v.InferOutput<(typeof commands)[C]['input']> {
  const result = v.safeParse(commands[name].input, input)
  if (result.success) return result.output
  const where = v.getDotPath(result.issues[0]) ?? 'the whole'
  throw new SanadError('bad-request', `the input of ${name} is wrong at ${where}`)
}

/** What a person may meet is passed on; anything else is a fault of the program: logged, and shown as such without its words. */
function refusal(error: unknown, log: Log): Reply<never> {
  if (error instanceof SanadError && error.code !== 'internal') {
    if (error.code === 'bad-request') log.error('a command was refused', error)
    return { ok: false, error: { code: error.code, message: error.message } }
  }
  log.error('a command failed', error)
  return { ok: false, error: { code: 'internal', message: 'a fault inside Sanad; the log has the details' } }
}
