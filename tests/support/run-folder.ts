/**
 * Where all that a run of the tests writes besides the sources goes: one folder, which is the system's folder for temporary files to every test
 * and every program that a test starts. It is removed when the run ends; what single tests left in it is named then.
 */
// biome-ignore-all lint/style/noDefaultExport: Vitest asks for it.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const PREFIX = 'sanad-run-'
/** What the system's folder for temporary files is taken from, by system. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP']
/** Begins the names of what is meant to stay until the run ends. */
const SHARED = 'shared-'

export default function runFolder(): () => void {
  // Each project of a run asks for one, and the first has it.
  if (basename(tmpdir()).startsWith(PREFIX)) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  // A test that plays another user of the computer must get to its own folder in it.
  chmodSync(folder, 0o711)
  const before = VARIABLES.map((name) => [name, process.env[name]] as const)
  for (const name of VARIABLES) process.env[name] = folder
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    const left = readdirSync(folder).filter((name) => !name.startsWith(SHARED))
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    if (left.length > 0) process.stdout.write(`Left behind by tests, and removed: ${left.join(', ')}\n`)
  }
}

/** A new folder for what several tests share; it stays until the run ends. */
export function folderOfRun(name: string): string {
  return mkdtempSync(join(tmpdir(), `${SHARED}${name}-`))
}
