import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { ExtractProcess } from '#engine/extract/pool/extract-process'

const PAGE_BYTES = 4096

/** What is read of one file lives briefly and all at once: a larger nursery (in MiB) saves a tenth of the whole CPU in collecting it. */
const HEAP_OPTIONS = ['--max-old-space-size=512', '--max-semi-space-size=32']

/**
 * Starts `entry` (the built `process.ts`) as a child process of Node, for the command line and the tests. It inherits no options of Node
 * and no inspector; what it prints is dropped: a process that runs
 * out of memory writes pages of it, and what concerns the file is in its answer.
 */
export function spawnChild(entry: string): ExtractProcess {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: runAsNode, ...env } = process.env
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: HEAP_OPTIONS,
    env: runAsNode === undefined ? env : { ...env, ELECTRON_RUN_AS_NODE: runAsNode },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  // A process that ends while it is written to tells so by its exit; the pool waits for that.
  child.on('error', () => child.kill('SIGKILL'))
  return {
    pid: child.pid,
    post: (bytes) => void child.send(bytes),
    onMessage: (listener) => void child.on('message', (message) => message instanceof Uint8Array && listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill('SIGKILL')
  }
}

/** Resident memory of a process, from `/proc`; undefined where there is none or the process is gone. */
export function residentBytes(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]
    return pages === undefined ? undefined : Number(pages) * PAGE_BYTES
  } catch {
    // It ended between two looks.
    return undefined
  }
}
