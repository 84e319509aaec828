/** A pool of real parser processes that tells how each of them ended. */
import { fork } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { residentBytes } from '#engine/extract/pool/child-process'
import { createExtractPool, type ExtractPool, type ExtractProcess } from '#engine/extract/pool/pool'
import { extractEntry } from '#tests/support/extract-entry'

/** Less than in the program: a small file that takes longer is slow in a way to look at. */
const TIME_LIMIT_MS = 20_000

export type WatchedPool = Readonly<{
  pool: ExtractPool
  /** What processes wrote that ended by an error nobody caught. */
  uncaught: () => readonly string[]
}>

export async function watchedPool(size = 2): Promise<WatchedPool> {
  const entry = await extractEntry()
  const uncaught: string[] = []
  const pool = createExtractPool({
    spawn: () => spawnHeard(entry, uncaught),
    size,
    timeLimitMs: TIME_LIMIT_MS,
    residentBytes
  })
  onTestFinished(() => pool.close())
  return { pool, uncaught: () => uncaught }
}

/** As `spawnChild`, but its last words are kept. */
function spawnHeard(entry: string, uncaught: string[]): ExtractProcess {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=512', '--max-semi-space-size=32'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  })
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-4000)
  })
  child.on('error', () => child.kill('SIGKILL'))
  child.once('exit', (code) => {
    // One that runs out of memory is ended by a signal; Node ends with 1 what nobody caught.
    if (code !== null && code !== 0) uncaught.push(words)
  })
  return {
    pid: child.pid,
    post: (bytes) => void child.send(bytes),
    onMessage: (listener) => void child.on('message', (message) => message instanceof Uint8Array && listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL')
  }
}
