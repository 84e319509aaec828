// Runs a program with everything it starts as one group, of which nothing is left when it ends, however it or this one ends.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { watchNpm } from '../foreground.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Resolves to the exit code; `isEnded`: somebody ended this run from outside. What still runs at `deadline` (milliseconds since 1970) is ended.
 * Without process groups (Windows) only the program itself is ended.
 */
export function runGroup(command, args, { deadline, ...options }) {
  return new Promise((resolve, reject) => {
    const hasGroup = process.platform !== 'win32'
    const child = spawn(command, args, { stdio: 'inherit', detached: hasGroup, ...options })
    let isEnded = false
    const killAll = () => {
      try {
        process.kill(hasGroup ? -child.pid : child.pid, 'SIGKILL')
      } catch {
        // Nothing of it runs any more.
      }
    }
    const end = () => {
      isEnded = true
      killAll()
    }
    for (const signal of SIGNALS) process.on(signal, end)
    const unwatch = watchNpm(end)
    const timer = setTimeout(killAll, deadline - Date.now())
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      unwatch()
      clearTimeout(timer)
      for (const name of SIGNALS) process.off(name, end)
      killAll()
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), isEnded })
    })
  })
}
