/** `sanad` on the command line: the engine without a window. */
import { resolve } from 'node:path'
import { type Arguments, readArguments, UsageError } from '#cli/arguments'
import { defaultArchive } from '#cli/default-archive'
import { HELP } from '#cli/help'
import { type Output, type Prepared, type PreparedOnFolder, print } from '#cli/output'
import { unlockArchive } from '#cli/unlock-archive'
import { asSanadError } from '#engine/disk-error'
import { disableNetwork } from '#engine/extract/no-network'
import { SanadError } from '#shared/errors'
import { SANAD_VERSION } from '#shared/version'

type Command = (args: Arguments) => Prepared
type CommandOnFolder = (args: Arguments) => PreparedOnFolder

/** Each command is loaded when it is asked for: most of the program is only needed by one of them. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('#cli/commands/import')).prepareImport,
  search: async () => (await import('#cli/commands/search')).prepareSearch,
  show: async () => (await import('#cli/commands/show')).prepareShow,
  list: async () => (await import('#cli/commands/list')).prepareList,
  tag: async () => (await import('#cli/commands/tag')).prepareTag,
  problems: async () => (await import('#cli/commands/problems')).prepareProblems,
  reread: async () => (await import('#cli/commands/reread')).prepareReread,
  rollcall: async () => (await import('#cli/commands/rollcall')).prepareRollCall,
  log: async () => (await import('#cli/commands/log')).prepareLog,
  info: async () => (await import('#cli/commands/info')).prepareInfo
}

/** These do without an open archive: it may be damaged, or on a medium that can not be written. */
const COMMANDS_ON_FOLDERS: Readonly<Record<string, () => Promise<CommandOnFolder>>> = {
  verify: async () => (await import('#cli/commands/verify')).prepareVerify,
  repair: async () => (await import('#cli/commands/repair')).prepareRepair,
  restore: async () => (await import('#cli/commands/repair')).prepareRestore,
  passphrase: async () => (await import('#cli/commands/passphrase')).preparePassphrase
}

async function run(args: Arguments): Promise<Output> {
  if (args.command === 'help') return { json: { help: HELP }, text: HELP }
  if (args.command === 'version') return { json: { sanad: SANAD_VERSION }, text: SANAD_VERSION }
  const onFolder = COMMANDS_ON_FOLDERS[args.command]
  if (onFolder) return runOnFolder((await onFolder())(args), args)
  const command = COMMANDS[args.command]
  if (!command) throw new UsageError(`There is no command “${args.command}”.`)
  const prepared = (await command())(args)
  const directory = args.archive ?? defaultArchive(process.env)
  const { openSession } = await import('#cli/session')
  const session = await openSession(directory, args.command === 'import', args)
  try {
    return await prepared(session)
  } catch (error) {
    throw asSanadError(error, directory)
  } finally {
    await session.close()
  }
}

async function runOnFolder(prepared: PreparedOnFolder, args: Arguments): Promise<Output> {
  const directory = resolve(args.archive ?? defaultArchive(process.env))
  try {
    // What is about the passphrase itself asks for it, or for both.
    return await prepared({ directory, keys: args.command === 'passphrase' ? null : await unlockArchive(directory, args) })
  } catch (error) {
    throw asSanadError(error, directory)
  }
}

async function main(): Promise<number> {
  try {
    disableNetwork('processes')
    const args = readArguments(process.argv.slice(2))
    const output = await run(args)
    await print(output, args.json)
    return output.exitCode ?? 0
  } catch (error) {
    const isExpected = error instanceof UsageError || error instanceof SanadError
    process.stderr.write(
      `sanad: ${isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`
    )
    return error instanceof UsageError ? 2 : 1
  }
}

process.exitCode = await main()
