import { parseArgs } from 'node:util'

/** Wrong usage: told on standard error, exit status 2. */
export class UsageError extends Error {}

export type Arguments = Readonly<{
  command: string
  /** What stands after the command, options taken out. */
  operands: readonly string[]
  archive: string | undefined
  /** Holds the passphrase of the archive in its first line. */
  passphraseFile: string | undefined
  newPassphraseFile: string | undefined
  json: boolean
  limit: number | undefined
  offset: number | undefined
  sort: string | undefined
  text: string | undefined
  tag: string | undefined
  format: string | undefined
  /** Lines of a roll-call are queries. */
  isQueries: boolean
  column: number | undefined
  sheet: number | undefined
  csv: string | undefined
  /** `verify`: the index against the texts, too. */
  isThorough: boolean
  /** Ways of `repair`. */
  isIndex: boolean
  isRebuild: boolean
  snapshot: string | undefined
  export: string | undefined
  /** Whether the custody log holds. */
  check: boolean
  /** What was noted of the custody log outside the archive. */
  noted: string | undefined
}>

const OPTIONS = {
  archive: { type: 'string' },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  offset: { type: 'string' },
  sort: { type: 'string' },
  text: { type: 'string' },
  tag: { type: 'string' },
  format: { type: 'string' },
  queries: { type: 'boolean' },
  column: { type: 'string' },
  sheet: { type: 'string' },
  csv: { type: 'string' },
  thorough: { type: 'boolean' },
  index: { type: 'boolean' },
  rebuild: { type: 'boolean' },
  snapshot: { type: 'string' },
  export: { type: 'string' },
  check: { type: 'boolean' },
  noted: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'new-passphrase-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' }
} as const

const EVERYWHERE: readonly string[] = ['archive', 'json', 'help', 'version', 'passphrase-file']

/** Which options each command takes besides --archive and --json. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  import: [],
  search: ['limit', 'offset', 'sort'],
  show: ['text'],
  list: ['tag', 'limit', 'offset'],
  tag: [],
  problems: [],
  reread: ['format'],
  rollcall: ['queries', 'column', 'sheet', 'csv'],
  log: ['limit', 'offset', 'export', 'check', 'noted'],
  info: [],
  verify: ['thorough', 'noted'],
  repair: ['index', 'rebuild', 'snapshot'],
  restore: [],
  passphrase: ['new-passphrase-file'],
  help: [],
  version: []
}

/**
 * Reads the command line. Throws UsageError.
 *
 * A query may begin with a dash (`-word` leaves a word out), so for `search` everything that is no option of ours is the query.
 */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  const [first, ...operands] = positionals
  const command = values.help ? 'help' : values.version ? 'version' : first
  if (command === undefined) throw new UsageError('What shall be done? See: sanad help')
  if (!Object.hasOwn(TAKES, command)) throw new UsageError(`There is no command “${command}”. See: sanad help`)
  const refused = Object.keys(values).find((name) => !EVERYWHERE.includes(name) && !TAKES[command]?.includes(name))
  if (refused && command !== 'help') throw new UsageError(`“sanad ${command}” has no option --${refused}.`)
  return {
    command,
    operands,
    archive: values.archive,
    passphraseFile: values['passphrase-file'],
    newPassphraseFile: values['new-passphrase-file'],
    json: values.json ?? false,
    limit: wholeNumber('limit', values.limit),
    offset: wholeNumber('offset', values.offset),
    sort: values.sort,
    text: values.text,
    tag: values.tag,
    format: values.format,
    isQueries: values.queries ?? false,
    column: wholeNumber('column', values.column),
    sheet: wholeNumber('sheet', values.sheet),
    csv: values.csv,
    isThorough: values.thorough ?? false,
    isIndex: values.index ?? false,
    isRebuild: values.rebuild ?? false,
    snapshot: values.snapshot,
    export: values.export,
    check: values.check ?? false,
    noted: values.noted
  }
}

function parse(argv: readonly string[]) {
  const args = firstOperand(argv) === 'search' ? argv.map(protectExclusion) : [...argv]
  try {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true })
    return { values, positionals: positionals.map(restoreExclusion) }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The first word that is neither an option nor an option's value. */
function firstOperand(argv: readonly string[]): string | undefined {
  const takesValue = (argument: string): boolean =>
    Object.entries(OPTIONS).some(([name, option]) => option.type === 'string' && argument === `--${name}`)
  return argv.find((argument, at) => !argument.startsWith('-') && !takesValue(argv[at - 1] ?? ''))
}

const MARK = '\u0000'
/** `-word`, `-"a phrase"` and `-tag:x` are part of a query; `-h` is ours. */
const protectExclusion = (argument: string): string => (/^-(?!-|h$|$)/.test(argument) ? MARK + argument : argument)
const restoreExclusion = (argument: string): string => (argument.startsWith(MARK) ? argument.slice(MARK.length) : argument)

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not “${text}”.`)
  return Number(text)
}
