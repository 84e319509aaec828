/** Imports real files with the real parser processes. */
import { onTestFinished } from 'vitest'
import { getReceipt } from '#engine/commands/read-commands'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool, type ExtractPool } from '#engine/extract/pool/pool'
import { ImportRun } from '#engine/import/run-import'
import type { Archive } from '#engine/open'
import type { ImportReceipt } from '#shared/model/importing'
import { extractEntry } from '#tests/support/extract-entry'

/** A pool of one real process that ends with the test. */
export async function testPool(): Promise<ExtractPool> {
  const entry = await extractEntry()
  const pool = createExtractPool({ spawn: () => spawnChild(entry), size: 1, residentBytes })
  onTestFinished(() => pool.close())
  return pool
}

/** Starts an import without waiting for it. */
export function startImport(archive: Archive, extractor: ExtractPool, sources: readonly string[]): ImportRun {
  return new ImportRun({ archive, extractor, sources, onCommit: () => undefined, onState: () => undefined })
}

/** Runs an import to its end; throws what made it fail. */
export async function importAll(archive: Archive, extractor: ExtractPool, sources: readonly string[]): Promise<ImportReceipt> {
  const run = startImport(archive, extractor, sources)
  if ((await run.run()) === 'failed') throw run.failure
  return getReceipt(archive.db, run.id)
}
