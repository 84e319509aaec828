import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')

export type Ended = Readonly<{
  code: number | null
  signal: NodeJS.Signals | null
  output: string
  errors: string
  milliseconds: number
}>

/** Runs `sanad import`; see `runSanad`. */
export const runImport = (archive: string, sources: readonly string[], killAfterMs?: number): Promise<Ended> =>
  runSanad(archive, ['import', ...sources], killAfterMs)

/** Runs the built command line on an archive. With `killAfterMs` it is ended by SIGKILL at that moment, if it still runs then. */
export function runSanad(
  archive: string,
  args: readonly string[],
  killAfterMs?: number,
  env: Readonly<Record<string, string>> = {}
): Promise<Ended> {
  const start = performance.now()
  const child = spawn(process.execPath, [cli, ...args, '--archive', archive, '--json'], { env: { ...process.env, ...env } })
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      done({ code, signal, output, errors, milliseconds: performance.now() - start })
    })
  })
}

/**
 * Runs a script until it has printed `lines` lines, and at most so many milliseconds: then it is ended by SIGKILL. What it printed; rejects where
 * it ended by itself.
 */
export function killedAfter(
  script: string,
  args: readonly string[],
  milliseconds: number,
  lines = Number.POSITIVE_INFINITY
): Promise<string> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const kill = (): void => void child.kill('SIGKILL')
  const timer = setTimeout(kill, milliseconds)
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.split('\n').length > lines) kill()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL') done(output)
      else fail(new Error(`${script} ended by itself (${code}): ${errors}`))
    })
  })
}
