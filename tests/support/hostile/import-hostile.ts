/** Imports files that were made to harm, with a good one beside and behind them, as the program does: in parser processes of its own. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool } from '#engine/extract/pool/pool'
import { type Archive, createArchive } from '#engine/open'
import { rows } from '#engine/store/statement'
import type { ImportReceipt } from '#shared/model/importing'
import { extractEntry } from '#tests/support/extract-entry'
import { hostileFile } from '#tests/support/hostile-files'
import { importAll } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

export const GIB = 1024 ** 3

export type HostileImport = Readonly<{
  archive: Archive
  receipt: ImportReceipt
  /** The folder that holds the source, the archive and nothing else. */
  around: string
  source: string
  /** What each path of the receipt's list of problems says, by its path below the source. */
  codes: ReadonlyMap<string, string>
  /** File names of the documents that hold a word. */
  holding: (word: string) => string[]
  /** Most memory that a parser process was seen with. */
  peakBytes: number
}>

/** Writes the named hostile files. */
export function named(...names: readonly string[]): Record<string, Uint8Array | string> {
  return Object.fromEntries(names.map((name) => [name, hostileFile(name)]))
}

/** `prepare` may put what is no file into the source. The good file comes last in the order of names, after everything hostile. */
export async function importHostile(
  files: Readonly<Record<string, Uint8Array | string>>,
  prepare: (source: string) => void = () => undefined
): Promise<HostileImport> {
  const around = temporaryFolder()
  const source = join(around, 'source')
  for (const [name, content] of Object.entries({ ...files, 'zz good.txt': 'A testimony about the kingfisher.' })) {
    mkdirSync(dirname(join(source, name)), { recursive: true })
    writeFileSync(join(source, name), content)
  }
  prepare(source)
  const entry = await extractEntry()
  let peakBytes = 0
  const pool = createExtractPool({
    spawn: () => spawnChild(entry),
    size: 1,
    residentBytes: (pid) => {
      const bytes = residentBytes(pid)
      peakBytes = Math.max(peakBytes, bytes ?? 0)
      return bytes
    }
  })
  onTestFinished(() => pool.close())
  const archive = createArchive(join(around, 'Test.sanad'))
  onTestFinished(() => archive.close())
  const receipt = await importAll(archive, pool, [source])
  return {
    archive,
    receipt,
    around,
    source,
    codes: new Map(receipt.problems.map(({ path, code }) => [path.slice(source.length + 1), code])),
    holding: (word) =>
      rows<{ name: string }>(
        archive.db,
        'SELECT file_name AS name FROM document WHERE id IN (SELECT rowid FROM fts WHERE fts MATCH ?) ORDER BY 1',
        [`"${word}"`]
      ).map(({ name }) => name),
    peakBytes
  }
}
