/** Threat 22: a copy that leaves the archive tells who made the document, or who read it. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool } from '#engine/extract/pool/pool'
import type { Archive } from '#engine/open'
import { createArchive } from '#engine/open'
import { rows } from '#engine/store/statement'
import type { ExportHandlers } from '#main/ipc/export'
import type { DocumentId } from '#shared/model/ids'
import { allReadable } from '#tests/support/all-readable'
import { exporting } from '#tests/support/export-client'
import { extractEntry } from '#tests/support/extract-entry'
import { importAll } from '#tests/support/import'
import { tellingDocx, tellingOdt, tellingPdf, tellingXlsx } from '#tests/support/telling-documents'
import { SECRETS, tellingGif, tellingJpeg, tellingPng, tellingTiff, tellingWebp } from '#tests/support/telling-pictures'
import { temporaryFolder } from '#tests/support/temporary'

const PLAIN_PNG = 'tests/fixtures/image/png-text-chunks/source.png'
const FILES: Readonly<Record<string, Buffer>> = {
  'jwitness a.jpg': tellingJpeg(),
  'jwitness b.png': tellingPng(readFileSync(PLAIN_PNG)),
  'jwitness c.webp': tellingWebp(),
  'jwitness d.gif': tellingGif(),
  'jwitness e.tif': tellingTiff(),
  'jwitness f.pdf': tellingPdf(),
  'jwitness g.docx': tellingDocx(),
  'jwitness h.xlsx': tellingXlsx(),
  'jwitness i.odt': tellingOdt(),
  'jwitness j.eml': Buffer.from(
    `From: ${SECRETS.person} <j@example.org>\r\nSubject: x\r\nX-Mailer: ${SECRETS.program}\r\n\r\nThe gate was open.\r\n`
  ),
  'jwitness k.heic': readFileSync('tests/fixtures/image/heic-with-place/source.heic')
}

let archive: Archive
let ids: ReadonlyMap<string, DocumentId>
let source: string
let handlers: (folder: string) => ExportHandlers & { progress: unknown[] }

beforeAll(async () => {
  // A home folder, a user and an archive's folder that no copy may name.
  const root = mkdtempSync(join(tmpdir(), 'sanad-threat-22-'))
  source = join(root, 'home', SECRETS.user)
  mkdirSync(source, { recursive: true })
  for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(source, name), bytes)
  archive = createArchive(join(source, 'Secret archive.sanad'))
  const entry = await extractEntry()
  const pool = createExtractPool({ spawn: () => spawnChild(entry), size: 1, residentBytes })
  await importAll(
    archive,
    pool,
    Object.keys(FILES).map((name) => join(source, name))
  )
  const found = rows<{ id: DocumentId; name: string }>(archive.db, 'SELECT id, file_name AS name FROM document')
  ids = new Map(found.map(({ id, name }) => [name, id]))
  handlers = (folder) => exporting(archive, pool, folder)
  return async () => {
    await pool.close()
    archive.close()
    rmSync(root, { recursive: true, force: true })
  }
}, 120_000)

const idOf = (name: string): DocumentId => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`${name} was not imported`)
  return id
}

async function expectSilent(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const told = `${name}\n${await allReadable(readFileSync(join(folder, name)))}`
    for (const secret of [...Object.values(SECRETS), source, 'Secret archive', 'jwitness'])
      expect(told, `${name}: ${secret}`).not.toContain(secret)
  }
}

describe('threat 22: metadata on export', () => {
  const cleanable = Object.keys(FILES).filter((name) => !/\.(?:eml|heic)$/.test(name))
  test.each(cleanable)('threat 22: a copy of “%s” without metadata holds none of it, and proves it', async (name) => {
    const folder = temporaryFolder()
    const answer = await handlers(folder)['export.save']({ ids: [idOf(name)], kind: 'clean', lists: [] })
    const [copy] = answer?.copies ?? []
    expect(answer?.refused).toEqual([])
    expect(copy?.left).toEqual([])
    expect(copy?.removed.length).toBeGreaterThan(0)
    const bytes = readFileSync(join(folder, copy?.name ?? ''))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(copy?.sha256)
    expect(copy?.name).toMatch(new RegExp(`^document-${copy?.sha256.slice(0, 8)}\\.\\w+$`))
    await expectSilent(folder)
  })

  test('threat 22: what can not be cleaned is refused with its reason, and nothing is written in its place', async () => {
    const folder = temporaryFolder()
    const many = await handlers(folder)['export.save']({
      ids: [idOf('jwitness j.eml'), idOf('jwitness k.heic'), idOf('jwitness a.jpg')],
      kind: 'clean',
      lists: ['csv', 'json']
    })
    expect(many?.refused.map(({ reason }) => reason)).toEqual(['mail', 'heic'])
    expect(readdirSync(folder).sort()).toEqual(['copies.csv', 'copies.json', many?.copies[0]?.name].sort())
    await expectSilent(folder)
  })

  test('threat 22: the text alone is exactly the text', async () => {
    const folder = temporaryFolder()
    const answer = await handlers(folder)['export.save']({ ids: [idOf('jwitness g.docx')], kind: 'text', lists: [] })
    expect(readFileSync(join(folder, answer?.copies[0]?.name ?? ''), 'utf8')).toContain('What is written stays & is read.')
    expect(answer?.copies[0]?.name).toMatch(/^document-[0-9a-f]{8}\.txt$/)
  })

  test('threat 22: an exact copy is the original byte for byte, under a name that tells nothing', async () => {
    const folder = temporaryFolder()
    for (const [name, bytes] of Object.entries(FILES)) {
      const answer = await handlers(folder)['export.save']({ ids: [idOf(name)], kind: 'exact', lists: [] })
      const [copy] = answer?.copies ?? []
      expect(readFileSync(join(folder, copy?.name ?? '')).equals(bytes)).toBe(true)
      expect(copy?.sha256).toBe(copy?.original)
      expect(copy?.name).toMatch(/^document-[0-9a-f]{8}\.\w+$/)
    }
  })

  test('threat 22: several copies go into a folder, take no name that is taken, and are noted without their place', async () => {
    const folder = temporaryFolder()
    const all = [...ids.values()]
    const before = custody().length
    const exporter = handlers(folder)
    const first = await exporter['export.save']({ ids: all, kind: 'exact', lists: [] })
    const second = await exporter['export.save']({ ids: all, kind: 'exact', lists: [] })
    expect(first?.copies).toHaveLength(all.length)
    expect(second?.copies.every(({ name }) => /^document-[0-9a-f]{8}-2\.\w+$/.test(name))).toBe(true)
    expect(readdirSync(folder)).toHaveLength(2 * all.length)
    expect(exporter.progress).toHaveLength(2 * (all.length + 1))
    const noted = custody().slice(before)
    expect(noted).toHaveLength(2 * all.length)
    expect(JSON.parse(noted[0] ?? '')).toMatchObject({ form: 'exact', withoutMetadata: false, copy: first?.copies[0]?.sha256 })
    expect(noted.join('')).not.toContain(folder)
  })

  const custody = (): string[] =>
    rows<{ details: string }>(archive.db, "SELECT details FROM custody_event WHERE kind = 'exported' ORDER BY seq").map(
      ({ details }) => details
    )
})
