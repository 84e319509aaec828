/**
 * Threat 17: the power goes as soon as the receipt is on the screen. No test can cut it; what can be seen is that everything the receipt
 * tells of was handed to the disk before, in an order in which none of it depends on what is not there yet.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compileFailingDisk, notingFlushes } from '#tests/support/failing-disk'
import { writeGeneratedFolder } from '#tests/support/generated-folder'
import { temporaryFolder } from '#tests/support/temporary'
import { runSanad } from '#tests/torture/sanad-process'

const compiled = compileFailingDisk()
afterAll(() => compiled?.remove())

describe.skipIf(compiled === undefined)('threat 17: the power is cut after an import', () => {
  test('threat 17: the names of the originals, then every commit, are on the disk before the import ends', async () => {
    const folder = temporaryFolder()
    const [archive, source, notes] = ['A.sanad', 'source', 'notes'].map((name) => join(folder, name)) as [string, string, string]
    writeGeneratedFolder(source, 20)
    const started = await runSanad(archive, ['import', source], undefined, notingFlushes(compiled?.library ?? '', archive, notes))
    expect(started.code, started.errors).toBe(0)
    const lines = readFileSync(notes, 'utf8').trim().split('\n')
    const originals = lines.filter((line) => line.startsWith(`rename ${join(archive, 'originals')}`)).map((line) => line.slice(7))
    expect(originals.length).toBeGreaterThan(10)
    const lastNamed = lines.lastIndexOf(`rename ${originals.at(-1)}`)
    const after = lines.slice(lastNamed + 1)
    for (const shelf of new Set([...originals.map(dirname), join(archive, 'originals')]))
      expect(after).toContain(`flush ${shelf}`)
    // The log is flushed by the commit of the end, and once more when the database is closed.
    const afterNames = after.slice(after.indexOf(`flush ${join(archive, 'originals')}`) + 1)
    const log = `flush ${join(archive, 'archive.db-wal')}`
    expect(afterNames.slice(0, 3)).toEqual([log, log, `flush ${join(archive, 'archive.db')}`])
  })
})
