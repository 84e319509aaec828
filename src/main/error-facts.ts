/** Faults of the program itself, whose messages speak of code and not of documents. */
const SAFE_MESSAGES: ReadonlySet<string> = new Set(['TypeError', 'ReferenceError', 'RangeError'])

/**
 * What may be written down of an error: its name, code and system call, the places in the code it came from (file names without
 * folders), and the same of its cause. Messages are left out but for plain programming faults, since they can quote paths and queries.
 */
export function errorFacts(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return [`  thrown: ${typeof error}`]
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const call = 'syscall' in error && typeof error.syscall === 'string' ? ` ${error.syscall}` : ''
  const message = SAFE_MESSAGES.has(error.name) ? `: ${error.message.split('\n', 1)[0] ?? ''}` : ''
  const own = [`  ${error.name}${code}${call}${message}`, ...frames(error)]
  return error.cause === undefined || depth >= 3 ? own : [...own, '  caused by', ...errorFacts(error.cause, depth + 1)]
}

function frames(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
    .map((line) => `    ${line.trim().replace(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:[^\\/()]*[\\/])*/, '')}`)
}
