// Running a program in the foreground as if it were this one: its output, its signals and its exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program with this terminal, hands it the signals this process gets, and resolves to its exit code. */
export function runInForeground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const handOn = (signal) => child.kill(signal)
    for (const signal of forwarded) process.on(signal, handOn)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      for (const name of forwarded) process.off(name, handOn)
      // The usual convention: a program ended by a signal counts as 128 and the signal's number.
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}
