import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { GoldenCase } from '#tests/support/golden'
import type { OfficeCase } from '#tests/support/office/write-cases'

/** The words that must be found in a golden file, as its builder or the file beside it says; undefined for one without text. */
export function wordsOf({ name, source }: GoldenCase, cases: Readonly<Record<string, OfficeCase>>): string | undefined {
  const beside = join(dirname(source), 'words.txt')
  return existsSync(beside) ? readFileSync(beside, 'utf8') : cases[basename(name)]?.words
}
