import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes plain texts into a new folder of `parent`: one file for each text, named by its number. */
export function writeTexts(parent: string, name: string, texts: readonly string[]): string {
  const folder = join(parent, name)
  mkdirSync(folder, { recursive: true })
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${name} ${index + 1}.txt`), text)
  return folder
}
