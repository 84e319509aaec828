/** Threat 23: somebody has the disk of an encrypted archive and no key. What they can exchange without it, and what Verify makes of that. */
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asOutput } from '#cli/commands/verify'
import { diagnose } from '#engine/integrity/diagnose'
import { manifestFile, writeManifest } from '#engine/integrity/manifest'
import { repairArchive } from '#engine/integrity/repair'
import { snapshotFile, takeSnapshot } from '#engine/integrity/snapshots'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openArchive, openOriginals, openReader } from '#engine/open'
import { openStored } from '#engine/sealed/open-stored'
import { databaseForm } from '#engine/store/database-keys'
import { eachOriginalRow } from '#engine/store/original-rows'
import { rows } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { exporting } from '#tests/support/export-client'
import { filledCopy, placeOf } from '#tests/support/filled-archive'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const verify = async (directory: string) =>
  asOutput(
    await verifyFolder(placeOf(directory, 'encrypted'), { isThorough: false, work: new Work(), onProgress: () => undefined })
  )

test('threat 23: two sealed originals exchanged are read as they are, and Verify names both', async () => {
  const directory = await filledCopy('encrypted')
  const { keys } = placeOf(directory, 'encrypted')
  const db = openReader(directory, keys)
  const [first, second] = [...eachOriginalRow(db)].filter(({ sizeBytes }) => sizeBytes > 0)
  db.close()
  if (!first || !second) throw new Error('there are not two originals')
  const originals = openOriginals(directory, keys)
  const [one, other] = [originals.locate(first.sha256).path, originals.locate(second.sha256).path]
  const aside = join(temporaryFolder(), 'aside')
  cpSync(one, aside)
  cpSync(other, one)
  cpSync(aside, other)
  // The format does not know whose content it is: it was sealed by this archive.
  const stored = openStored(originals.locate(first.sha256))
  expect(stored.read(0, stored.sizeBytes).length).toBe(second.sizeBytes)
  stored.close()
  const { json, exitCode } = await verify(directory)
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({
    changed: expect.arrayContaining([first, second].map(({ sha256 }) => Buffer.from(sha256).toString('hex')))
  })
})

test('threat 23: a plain file planted in the place of a sealed original is shown to nobody, and Verify names it', async () => {
  const directory = await filledCopy('encrypted')
  const { keys } = placeOf(directory, 'encrypted')
  const db = openReader(directory, keys)
  const [row] = [...eachOriginalRow(db)]
  db.close()
  if (!row) throw new Error('there is no original')
  const hex = Buffer.from(row.sha256).toString('hex')
  const planted = join(directory, 'originals', hex.slice(0, 2), hex)
  rmSync(openOriginals(directory, keys).pathOf(row.sha256))
  mkdirSync(join(planted, '..'), { recursive: true })
  writeFileSync(planted, 'What the witness never said.')
  const archive = openArchive(directory, { keys })
  expect([archive.originals.find(row.sha256), archive.originals.isKept(row.sha256)]).toEqual([undefined, false])
  expect(openOriginals(directory, keys).find(row.sha256)).toBeUndefined()
  archive.close()
  const { json, exitCode } = await verify(directory)
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({ changed: [], missing: [hex], extra: [`originals/${hex.slice(0, 2)}/${hex}`] })
})

test('threat 23: a plain database put there between unlocking and opening is refused, and not written to', async () => {
  const directory = await filledCopy('encrypted')
  const { keys } = placeOf(directory, 'encrypted')
  const theirs = await filledCopy()
  copyFileSync(join(theirs, 'archive.db'), join(directory, 'archive.db'))
  for (const open of [openArchive, (folder: string) => openReader(folder, keys), (folder: string) => openOriginals(folder, keys)])
    expect(() => open(directory, { keys })).toThrow(expect.objectContaining({ code: 'archive-damaged' }))
  expect(readFileSync(join(directory, 'archive.db')).equals(readFileSync(join(theirs, 'archive.db')))).toBe(true)
})

test('threat 23: a snapshot that the keys do not open is refused before anything is set aside', async () => {
  const directory = await filledCopy('encrypted')
  const place = placeOf(directory, 'encrypted')
  const before = readFileSync(join(directory, 'archive.db'))
  mkdirSync(join(directory, 'snapshots'), { recursive: true })
  writeFileSync(snapshotFile(directory, '2026-11-26'), Buffer.alloc(40_960, 7))
  const pool = await testPool()
  const parts = { extractor: () => pool, work: new Work(), tell: () => undefined }
  await expect(repairArchive(place, { way: 'snapshot', day: '2026-11-26' }, parts)).rejects.toMatchObject({
    code: 'archive-damaged'
  })
  await pool.close()
  expect(readFileSync(join(directory, 'archive.db')).equals(before)).toBe(true)
  expect(readdirSync(directory).filter((name) => /damaged|mended/.test(name))).toEqual([])
})

test('threat 23: an older database put back over a newer archive leaves originals that it does not know, and Verify lists them', async () => {
  const directory = await filledCopy('encrypted')
  const { keys } = placeOf(directory, 'encrypted')
  const older = join(temporaryFolder(), 'older.db')
  copyFileSync(join(directory, 'archive.db'), older)
  const source = join(temporaryFolder(), 'late.txt')
  writeFileSync(source, 'What came in after the older database was copied.')
  const archive = openArchive(directory, { keys })
  const pool = await testPool()
  await importAll(archive, pool, [source])
  await pool.close()
  archive.close()
  for (const end of ['-wal', '-shm']) rmSync(join(directory, `archive.db${end}`), { force: true })
  renameSync(older, join(directory, 'archive.db'))
  const { json, exitCode } = await verify(directory)
  expect(exitCode).toBe(1)
  expect(json).toMatchObject({ changed: [], missing: [], extra: [expect.any(String)] })
})

test('threat 23: a page of the encrypted database with any bit turned is noticed when it is read', async () => {
  const directory = await filledCopy('encrypted')
  const file = join(directory, 'archive.db')
  const bytes = readFileSync(file)
  for (const at of [20, 8192 + 100, bytes.length - 40]) {
    const turned = Buffer.from(bytes)
    turned[at] = (turned[at] ?? 0) ^ 1
    writeFileSync(file, turned)
    const outcome = await verify(directory).then(
      ({ exitCode }) => exitCode,
      () => 1
    )
    expect([at, outcome]).toEqual([at, 1])
  }
})

test('threat 23: an exact copy of a document whose sealed original was exchanged is refused, and none is left', async () => {
  const directory = await filledCopy('encrypted')
  const { keys } = placeOf(directory, 'encrypted')
  const archive = openArchive(directory, { keys })
  const pool = await testPool()
  const [first, second] = rows<{ id: DocumentId; sha256: Uint8Array }>(
    archive.db,
    'SELECT document.id, original.sha256 FROM document JOIN original ON original.id = document.original_id WHERE size_bytes > 0 LIMIT 2'
  )
  if (!first || !second) throw new Error('there are not two documents')
  cpSync(archive.originals.locate(second.sha256).path, archive.originals.locate(first.sha256).path)
  const out = temporaryFolder()
  const handlers = exporting(archive, pool, out)
  const save = async (id: DocumentId) => handlers['export.save']({ ids: [id], kind: 'exact', lists: [] })
  await expect(save(first.id)).rejects.toMatchObject({ code: 'copy-not-whole' })
  expect(readdirSync(out)).toEqual([])
  await pool.close()
  archive.close()
})

/** An encrypted archive whose database was damaged, and beside it what somebody without its key made: a snapshot and a manifest of their own. */
async function withPlantedCopies(): Promise<string> {
  const theirs = await filledCopy()
  const forger = openReader(theirs)
  takeSnapshot(forger, placeOf(theirs), '2026-11-26')
  await writeManifest(forger, placeOf(theirs), new Work())
  forger.close()
  const directory = await filledCopy('encrypted')
  mkdirSync(join(directory, 'snapshots'), { recursive: true })
  copyFileSync(snapshotFile(theirs, '2026-11-26'), snapshotFile(directory, '2026-11-26'))
  copyFileSync(manifestFile(theirs), manifestFile(directory))
  truncateSync(join(directory, 'archive.db'), 30_000)
  return directory
}

test('threat 23: a plain snapshot or manifest planted in an encrypted archive is offered to nobody, and restored by nothing', async () => {
  const directory = await withPlantedCopies()
  const place = placeOf(directory, 'encrypted')
  expect(await diagnose(place, new Work())).toMatchObject({ snapshots: [], rebuildFrom: { from: 'nothing' } })
  const pool = await testPool()
  const parts = { extractor: () => pool, work: new Work(), tell: () => undefined }
  await expect(repairArchive(place, { way: 'snapshot', day: '2026-11-26' }, parts)).rejects.toMatchObject({ code: 'not-found' })
  const repaired = await repairArchive(place, { way: 'rebuild' }, parts)
  expect(repaired).toMatchObject({ from: { from: 'nothing' } })
  expect(databaseForm(join(directory, 'archive.db'))).toBe('sealed')
})
