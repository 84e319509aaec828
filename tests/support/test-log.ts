import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLog, type Log } from '#main/log'

/** The real log in this folder, and what stands in it. */
export function testLog(folder: string): { log: Log; written: () => string } {
  const file = join(folder, 'test.log')
  return { log: createLog({ file, now: () => new Date(0) }), written: () => readFileSync(file, 'utf8') }
}
