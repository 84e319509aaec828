/**
 * The program's log: a plain file that helps to find a fault and tells a finder of the laptop nothing.
 * Rule: no titles, queries, file names or paths of documents. Callers pass fixed sentences; what is known of an error is reduced here.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { errorFacts } from '#main/error-facts'

export type Log = Readonly<{
  info: (sentence: string) => void
  warn: (sentence: string) => void
  error: (sentence: string, error: unknown) => void
}>

export type LogOptions = Readonly<{
  file: string
  /** Size at which the file is put aside (one older file is kept), in bytes. */
  limitBytes?: number
  /** Warnings and errors are also written here, errors in full; for a terminal the person started the program from. */
  echo?: ((line: string) => void) | undefined
  now?: () => Date
}>

/** Opens the log. Writing never throws: a full disk must not take the program down with it. Cost: one small synchronous write a line. */
export function createLog({ file, limitBytes = 1_000_000, echo, now = () => new Date() }: LogOptions): Log {
  const write = (level: string, sentence: string, error?: unknown): void => {
    const line = `${now().toISOString()} ${level} ${sentence}`
    if (level !== 'info')
      echo?.(error === undefined ? line : `${line}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    try {
      mkdirSync(dirname(file), { recursive: true })
      putAside(file, limitBytes)
      appendFileSync(file, `${[line, ...(error === undefined ? [] : errorFacts(error))].join('\n')}\n`, { mode: 0o600 })
    } catch (trouble) {
      echo?.(`the log could not be written: ${String(trouble)}`)
    }
  }
  return {
    info: (sentence) => write('info', sentence),
    warn: (sentence) => write('warn', sentence),
    error: (sentence, error) => write('error', sentence, error)
  }
}

function putAside(file: string, limitBytes: number): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size >= limitBytes) renameSync(file, `${file}.1`)
}
