import { type App, utilityProcess } from 'electron'
import type { ExtractProcess } from '#engine/extract/pool/pool'

/** What a parser process is called in lists of processes. */
export const READER_PROCESS = 'Sanad document reader'

/** Most JavaScript heap of one parser process, in MiB; memory outside the heap is watched by the pool. */
const HEAP_LIMIT_MIB = 768
/** As for the command line's processes: what is read of one file lives briefly and all at once. */
const NURSERY_MIB = 32

/**
 * Starts one process that parses untrusted files: no window, no Chromium services, and nothing of this program's environment.
 * `entry` is the absolute path of its module.
 */
export function spawnExtractProcess(entry: string): ExtractProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: READER_PROCESS,
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MIB}`, `--max-semi-space-size=${NURSERY_MIB}`],
    // Subtle: an empty environment would mean this program's own.
    env: { LANG: 'C.UTF-8' },
    stdio: 'ignore'
  })
  return {
    get pid() {
      return child.pid
    },
    post: (bytes) => child.postMessage(bytes),
    onMessage: (callback) => void child.on('message', callback),
    onExit: (callback) => void child.on('exit', () => callback()),
    kill: () => void child.kill()
  }
}

/** Resident memory of one of this program's processes, in bytes; undefined when it is gone. Cost: a look at each process. */
export function residentBytes(app: App, pid: number): number | undefined {
  const metric = app.getAppMetrics().find((process) => process.pid === pid)
  return metric === undefined ? undefined : metric.memory.workingSetSize * 1024
}
