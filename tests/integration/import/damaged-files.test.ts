/**
 * Every golden file, cut at 10, 50 and 90 per cent, and a thousand turned bits for each format, imported and looked at: whatever is in
 * a file, it has a row, and no process that reads files dies of it. `SANAD_DAMAGED_FILES` spreads the bits over more files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FORMATS } from '#engine/extract/formats'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool, type ExtractPool } from '#engine/extract/pool/pool'
import { type Archive, createArchive } from '#engine/open'
import { findLooking } from '#engine/reading/looking'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { numbers, truncated, withFlippedBits } from '#tests/support/damage'
import { extractEntry } from '#tests/support/extract-entry'
import { type GoldenCase, goldenCases } from '#tests/support/golden'
import { importAll } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'
import { leaveOutWhenTimeIsUp } from '#tests/torture/rounds'

const BITS = 1000
const FILES = Number(process.env.SANAD_DAMAGED_FILES ?? 100)
const CUTS = [0.1, 0.5, 0.9] as const

/** Writes the damaged files of a format, and answers with how many there are. */
function writeDamaged(cases: readonly GoldenCase[], folder: string): number {
  const sources = cases
    .map(({ name, source }) => ({ name: basename(name), extension: extname(source), bytes: readFileSync(source) }))
    .filter(({ bytes }) => bytes.length > 1)
  const random = numbers(sources.length)
  let files = 0
  const write = (name: string, extension: string, bytes: Uint8Array): void => {
    writeFileSync(join(folder, `${name}${extension}`), bytes)
    files++
  }
  for (const { name, extension, bytes } of sources)
    for (const share of CUTS) write(`${name} cut at ${share * 100}`, extension, truncated(bytes, share))
  for (let at = 0; at < FILES && sources.length > 0; at++) {
    const source = sources[at % sources.length]
    if (source) write(`${source.name} turned ${at}`, source.extension, withFlippedBits(source.bytes, BITS / FILES, random))
  }
  return files
}

async function twoProcesses(): Promise<ExtractPool> {
  const entry = await extractEntry()
  const pool = createExtractPool({ spawn: () => spawnChild(entry), size: 2, residentBytes })
  onTestFinished(() => pool.close())
  return pool
}

/** Asks for everything that the window could ask for; answers with how many views were asked for. */
async function lookAt({ db, originals }: Archive, pool: ExtractPool): Promise<number> {
  const shown = rows<{ id: DocumentId; view: string }>(
    db,
    'SELECT id, original_view AS view FROM document WHERE original_view IS NOT NULL'
  )
  let views = 0
  for (const { id, view } of shown) {
    const looking = findLooking(db, originals, id)
    if (!looking) throw new Error(`document ${id} can not be looked at`)
    views++
    if (view === 'page') await pool.run({ task: 'page', ...looking, resourceBase: 'sanad-page://d1/', resources: [] })
    if (view !== 'pages') continue
    await pool.run({ task: 'pages', ...looking })
    await pool.run({ task: 'words', ...looking, page: 1 })
    await pool.run({ task: 'bitmap', ...looking, page: 1, width: 200 })
  }
  return views
}

describe.each(Object.keys(FORMATS))('damaged files of the format %s', (format) => {
  leaveOutWhenTimeIsUp()

  test('each have a row, and can be looked at without harm', { timeout: 600_000 }, async () => {
    const around = temporaryFolder()
    const folder = join(around, 'damaged')
    mkdirSync(folder)
    const files = writeDamaged(goldenCases([format]), folder)
    expect(files).toBeGreaterThan(FILES)
    const archive = createArchive(join(around, 'Test.sanad'))
    onTestFinished(() => archive.close())
    const pool = await twoProcesses()
    const receipt = await importAll(archive, pool, [folder])

    const { documents, copies, withoutText, failed } = receipt.counts
    expect(receipt.state).toBe('finished')
    expect(receipt.counts.files).toBe(files)
    expect(documents + copies + withoutText + failed).toBe(files)
    const seen = rows<{ path: string }>(
      archive.db,
      'SELECT path FROM sighting UNION SELECT path FROM import_problem UNION SELECT path FROM page_part'
    ).map(({ path }) => path)
    const top = new Set(
      seen.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/')[0])
    )
    expect(top.size).toBe(files)
    const problems = receipt.problems.filter(({ code }) =>
      ['reader-crashed', 'timed-out', 'out-of-memory', 'io-error'].includes(code)
    )
    expect(problems).toEqual([])
    await lookAt(archive, pool)
    expect(archive.db.pragma('quick_check', { simple: true })).toBe('ok')
  })
})
