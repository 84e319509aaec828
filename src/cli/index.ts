/** `sanad` on the command line: the engine without a window. */
import { type Arguments, readArguments, UsageError } from '#cli/arguments'
import { runImport } from '#cli/commands/import'
import { runInfo } from '#cli/commands/info'
import { runList } from '#cli/commands/list'
import { runProblems } from '#cli/commands/problems'
import { runSearchCommand } from '#cli/commands/search'
import { runShow } from '#cli/commands/show'
import { runTag } from '#cli/commands/tag'
import { defaultArchive } from '#cli/default-archive'
import { HELP } from '#cli/help'
import { type Output, print } from '#cli/output'
import { openSession, type Session } from '#cli/session'
import { asSanadError } from '#engine/disk-error'
import { disableNetwork } from '#engine/extract/no-network'
import { SanadError } from '#shared/errors'
import { SANAD_VERSION } from '#shared/version'

type Command = (session: Session, args: Arguments) => Output | Promise<Output>

const COMMANDS: Readonly<Record<string, Command>> = {
  import: runImport,
  search: runSearchCommand,
  show: runShow,
  list: runList,
  tag: runTag,
  problems: runProblems,
  info: runInfo
}

async function run(args: Arguments): Promise<Output> {
  if (args.command === 'help') return { json: { help: HELP }, text: HELP }
  if (args.command === 'version') return { json: { sanad: SANAD_VERSION }, text: SANAD_VERSION }
  const command = COMMANDS[args.command]
  if (!command) throw new UsageError(`There is no command “${args.command}”.`)
  const directory = args.archive ?? defaultArchive(process.env)
  const session = openSession(directory, args.command === 'import')
  try {
    return await command(session, args)
  } catch (error) {
    throw error instanceof UsageError ? error : asSanadError(error, directory)
  } finally {
    await session.close()
  }
}

async function main(): Promise<number> {
  try {
    disableNetwork()
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
