import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of a golden folder, with the words that a reader must be able to find in it; without them for what has none. */
export type OfficeCase = Readonly<{ extension: string; bytes: Buffer; words?: string }>

/** Writes the sources of golden folders anew where expectations are, too: the builder is what is edited, the files are what is read. */
export function writeOfficeCases(format: string, cases: Readonly<Record<string, OfficeCase>>): void {
  if (!process.env.UPDATE_FIXTURES) return
  for (const [name, { extension, bytes }] of Object.entries(cases)) {
    const folder = join(import.meta.dirname, '../../fixtures', format, name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `source.${extension}`), bytes)
  }
}
