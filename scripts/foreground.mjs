// Running a program in the foreground as if it were this one: its output, its signals and its exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

// In a process group of its own, so that Ctrl-C in the terminal reaches it once, through this process: Electron takes a second
// signal during its shutdown for an order to die at once.
const ownGroup = process.platform !== 'win32'

/** Calls `gone` when npm, having started this process, is ended: it takes its shell along but not what runs in it. */
export function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => process.ppid !== parent && gone(), 500)
  return () => clearInterval(timer)
}

/**
 * Runs a program with this terminal, hands it the signals this process gets, and resolves to its exit code. `onStart` is given the
 * child, for whoever reads what it writes.
 */
export function runInForeground(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', detached: ownGroup, ...options })
    onStart?.(child)
    const handOn = (signal) => child.kill(signal)
    for (const signal of forwarded) process.on(signal, handOn)
    const unwatch = watchNpm(() => {
      unwatch()
      child.kill()
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      unwatch()
      for (const name of forwarded) process.off(name, handOn)
      // The usual convention: a program ended by a signal counts as 128 and the signal's number.
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
