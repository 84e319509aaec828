/** `sanad` on the command line: the engine without a window. */
import { resolve } from 'node:path'
import { type Arguments, readArguments, UsageError } from '#cli/arguments'
import { prepareImport } from '#cli/commands/import'
import { prepareInfo } from '#cli/commands/info'
import { prepareList } from '#cli/commands/list'
import { prepareLog } from '#cli/commands/log'
import { preparePassphrase } from '#cli/commands/passphrase'
import { prepareProblems } from '#cli/commands/problems'
import { prepareRepair, prepareRestore } from '#cli/commands/repair'
import { prepareReread } from '#cli/commands/reread'
import { prepareRollCall } from '#cli/commands/rollcall'
import { prepareSearch } from '#cli/commands/search'
import { prepareShow } from '#cli/commands/show'
import { prepareTag } from '#cli/commands/tag'
import { prepareVerify } from '#cli/commands/verify'
import { defaultArchive } from '#cli/default-archive'
import { HELP } from '#cli/help'
import { type Output, type Prepared, type PreparedOnFolder, print } from '#cli/output'
import { openSession } from '#cli/session'
import { unlockArchive } from '#cli/unlock-archive'
import { asSanadError } from '#engine/disk-error'
import { disableNetwork } from '#engine/extract/no-network'
import { SanadError } from '#shared/errors'
import { SANAD_VERSION } from '#shared/version'

type Command = (args: Arguments) => Prepared

const COMMANDS: Readonly<Record<string, Command>> = {
  import: prepareImport,
  search: prepareSearch,
  show: prepareShow,
  list: prepareList,
  tag: prepareTag,
  problems: prepareProblems,
  reread: prepareReread,
  rollcall: prepareRollCall,
  log: prepareLog,
  info: prepareInfo
}

/** These do without an open archive: it may be damaged, or on a medium that can not be written. */
const COMMANDS_ON_FOLDERS: Readonly<Record<string, (args: Arguments) => PreparedOnFolder>> = {
  verify: prepareVerify,
  repair: prepareRepair,
  restore: prepareRestore,
  passphrase: preparePassphrase
}

async function run(args: Arguments): Promise<Output> {
  if (args.command === 'help') return { json: { help: HELP }, text: HELP }
  if (args.command === 'version') return { json: { sanad: SANAD_VERSION }, text: SANAD_VERSION }
  const onFolder = COMMANDS_ON_FOLDERS[args.command]
  if (onFolder) return runOnFolder(onFolder(args), args)
  const command = COMMANDS[args.command]
  if (!command) throw new UsageError(`There is no command “${args.command}”.`)
  const prepared = command(args)
  const directory = args.archive ?? defaultArchive(process.env)
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
