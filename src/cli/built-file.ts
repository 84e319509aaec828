import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const here = import.meta.dirname

/** Absolute path of another built program: it lies beside the built command line, which this is in, or in a folder below. */
export function builtFile(name: string): string {
  const beside = join(here, name)
  return existsSync(beside) ? beside : join(dirname(here), name)
}
