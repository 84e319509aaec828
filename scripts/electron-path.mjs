// Prints the path of the Electron that runs the app; the tests ask for it here too.
import { resolve } from 'node:path'
import { findRuntime } from './setup/runtime.mjs'

/** The executable of the Electron runtime that the set-up chose. Throws when the set-up has not run. */
export function electronPath() {
  const runtime = findRuntime()
  if (!runtime) throw new Error('There is no Electron runtime yet: run "npm run setup".')
  return runtime.path
}

if (import.meta.filename === resolve(process.argv[1] ?? '')) process.stdout.write(`${electronPath()}\n`)
