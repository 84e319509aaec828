import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { getReceipt } from '#engine/commands/read-commands'
import type { Archive } from '#engine/open'
import { correctField } from '#engine/organise/correcting'
import { tagDocuments } from '#engine/organise/tagging'
import { servePart } from '#engine/reading/page'
import { listFolders } from '#engine/store/folders'
import { countAttention, listAttention } from '#engine/store/imports'
import { rows, value } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import type { ImportCounts, ImportReceipt } from '#shared/model/importing'
import { newArchive } from '#tests/support/archive'
import { importAll, startImport, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64'
)
const PARAGRAPH =
  'A group of independent experts has written to the authorities about the killing of political prisoners in the summer of 1988. '

/** A folder as people have it. */
function mixedFolder(): string {
  const folder = temporaryFolder()
  const files: Record<string, string | Buffer> = {
    'letter.txt': `Letter of the experts\n\n${PARAGRAPH.repeat(3)}`,
    'copies/same letter.txt': `Letter of the experts\n\n${PARAGRAPH.repeat(3)}`,
    'empty.txt': '',
    'scan.pdf': '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
    'press/page.html': `<!doctype html><title>Saved page</title><body><h1>Saved page</h1><p>${PARAGRAPH.repeat(4)}</p><img src="page_files/map.png">`,
    'press/page_files/map.png': PNG,
    'press/page_files/style.css': 'p { color: black; background: url(map.png) }',
    'press/page_files/ad.html': '<p>Buy now</p>',
    'press/page_files/quoted.html': `<p>${'A quoted statement that is long enough to be a document of its own, saved in a frame. '.repeat(4)}</p>`,
    'notes.md': '# Notes\n\nFirst *note*.'
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const sum = (counts: ImportCounts): number => counts.documents + counts.copies + counts.withoutText + counts.failed

function snapshotOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { size, mtimeMs, mode } = statSync(join(folder, name))
    return `${name} ${size} ${mtimeMs} ${mode}`
  })
}

/** Every document has its original with the right hash, its text and its index row; nothing else is there. */
function expectWhole(archive: Archive): void {
  const documents = rows<{ id: DocumentId; sha256: Uint8Array; status: string; hasText: number; indexed: number }>(
    archive.db,
    `SELECT d.id, o.sha256, d.status, EXISTS (SELECT 1 FROM document_text WHERE document_id = d.id) AS hasText,
       EXISTS (SELECT 1 FROM fts WHERE rowid = d.id) AS indexed FROM document d JOIN original o ON o.id = d.original_id`
  )
  for (const document of documents) {
    const bytes = readFileSync(archive.originals.pathOf(document.sha256))
    expect(createHash('sha256').update(bytes).digest().equals(document.sha256)).toBe(true)
    expect(document.indexed).toBe(1)
    if (document.status === 'searchable') expect(document.hasText).toBe(1)
  }
  expect(value(archive.db, 'SELECT count(*) FROM fts')).toBe(documents.length)
  expect(archive.db.pragma('quick_check', { simple: true })).toBe('ok')
}

describe('an import', () => {
  test('takes a mixed folder, and its receipt accounts for every file', async () => {
    const archive = newArchive()
    const folder = mixedFolder()
    const before = snapshotOf(folder)
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt).toMatchObject({
      state: 'finished',
      counts: { files: 10, documents: 4, copies: 1, withoutText: 4, failed: 1, parts: 3, unchanged: 0 }
    })
    expect(sum(receipt.counts)).toBe(receipt.counts.files)
    expect(receipt.problems.map(({ path, code }) => [path.slice(folder.length + 1), code])).toEqual([
      ['empty.txt', 'empty-file'],
      ['scan.pdf', 'damaged']
    ])
    expect(snapshotOf(folder)).toEqual(before)
    expectWhole(archive)
  })

  test('keeps the folder structure and every place of a copy', async () => {
    const archive = newArchive()
    const folder = mixedFolder()
    await importAll(archive, await testPool(), [folder])
    const names = listFolders(archive.db).map((node) => node.name)
    expect(names.slice(1)).toEqual(['copies', 'press', 'page_files'])
    const id = value<number>(archive.db, "SELECT id FROM document WHERE title LIKE 'Letter%'") as DocumentId
    expect(findDetail(archive.db, id)?.sightings.map((sighting) => sighting.path)).toEqual([
      join(folder, 'copies/same letter.txt'),
      join(folder, 'letter.txt')
    ])
  })

  test('takes a saved page and a copy of it that lost its folder for one document, with its parts', async () => {
    const archive = newArchive()
    const folder = mixedFolder()
    for (const name of ['a', 'z']) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'page copy.html'), readFileSync(join(folder, 'press/page.html')))
    }
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.problems.filter(({ code }) => code === 'io-error')).toEqual([])
    expect(receipt.counts).toMatchObject({ copies: 3, parts: 3 })
    const id = value<number>(archive.db, "SELECT id FROM document WHERE title = 'Saved page'") as DocumentId
    expect(findDetail(archive.db, id)?.sightings).toHaveLength(3)
    expectWhole(archive)
  })

  test('repeated, changes nothing and says so', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = mixedFolder()
    const first = await importAll(archive, pool, [folder])
    const documents = value(archive.db, 'SELECT count(*) FROM document')
    const again = await importAll(archive, pool, [folder])
    expect(again.counts).toMatchObject({
      files: first.counts.files,
      documents: 0,
      copies: 10,
      unchanged: 10,
      withoutText: 0,
      failed: 0
    })
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(documents)
  })

  test('meets changed bytes at a known path as a new document, and keeps the old one', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = temporaryFolder()
    const file = join(folder, 'statement.txt')
    writeFileSync(file, 'First version of the statement, as it was published.')
    await importAll(archive, pool, [folder])
    writeFileSync(file, 'Second version of the statement, changed without notice.')
    const receipt = await importAll(archive, pool, [folder])
    expect(receipt.counts).toMatchObject({ files: 1, documents: 1, copies: 0 })
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(2)
  })

  test('keeps tags, stars and corrections when it is repeated', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = mixedFolder()
    await importAll(archive, pool, [folder])
    const id = value<number>(archive.db, "SELECT id FROM document WHERE title LIKE 'Letter%'") as DocumentId
    correctField(archive.db, id, 'title', 'Corrected by hand')
    tagDocuments(archive.db, 'letters', [id])
    // As after an update of the program: the reading is out of date and is made again.
    archive.db.exec('UPDATE document SET extractor_version = 0')
    await importAll(archive, pool, [folder])
    expect(findDetail(archive.db, id)).toMatchObject({ title: 'Corrected by hand', tags: [{ name: 'letters' }] })
    expectWhole(archive)
  })

  test('gives links, unreadable files and vanished sources a row each', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.txt'), 'A text that can be read without any trouble.')
    symlinkSync('/etc/hostname', join(folder, 'link.txt'))
    symlinkSync(folder, join(folder, 'loop'))
    const receipt = await importAll(archive, await testPool(), [folder, join(folder, 'gone')])
    expect(receipt.counts).toMatchObject({ files: 4, documents: 1, failed: 3 })
    expect(receipt.problems.map((problem) => problem.code).sort()).toEqual(['link-not-followed', 'link-not-followed', 'vanished'])
    expect(countAttention(archive.db)).toBe(3)
  })

  test.runIf(process.getuid?.() !== 0)('names a file it may not read', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'secret.txt'), 'not for us')
    chmodSync(join(folder, 'secret.txt'), 0)
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.problems).toMatchObject([{ code: 'permission-denied' }])
  })

  test('takes a problem back once the file can be read', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = temporaryFolder()
    const file = join(folder, 'late.txt')
    symlinkSync('/nowhere', file)
    await importAll(archive, pool, [folder])
    expect(listAttention(archive.db, 0, 10).problems).toMatchObject([{ path: file }])
    rmSync(file)
    writeFileSync(file, 'Now it is a file of its own and can be read.')
    await importAll(archive, pool, [folder])
    expect(countAttention(archive.db)).toBe(0)
  })

  test('never imports its own archive', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const around = dirname(archive.directory)
    writeFileSync(join(around, 'a.txt'), 'A text that lies beside the archive.')
    const receipt = await importAll(archive, pool, [around])
    expect(receipt.counts.files).toBe(1)
  })

  test('serves the parts of a saved page by key, pictures and style sheets only', async () => {
    const archive = newArchive()
    const pool = await testPool()
    await importAll(archive, pool, [mixedFolder()])
    const id = value<number>(archive.db, "SELECT id FROM document WHERE title = 'Saved page'") as DocumentId
    const source = { db: archive.db, originals: archive.originals, extractor: pool }
    expect(await servePart(source, id, 'page_files/map.png', 'sanad-page://d1/')).toMatchObject({ mediaType: 'image/png' })
    const style = await servePart(source, id, 'page_files/style.css', 'sanad-page://d1/')
    expect(style?.body).toContain('sanad-page://d1/page_files/map.png')
    expect(await servePart(source, id, 'page_files/ad.html', 'sanad-page://d1/')).toBeUndefined()
    expect(await servePart(source, id, '../../archive.db', 'sanad-page://d1/')).toBeUndefined()
  })
})

/** Many small texts, each its own. */
function manyTexts(count: number): string {
  const folder = temporaryFolder()
  for (let i = 0; i < count; i++)
    writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), `Text ${i}\n\nThis is the body of text number ${i}.`)
  return folder
}

describe('a long import', () => {
  test('pauses and goes on', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const run = startImport(archive, pool, [manyTexts(60)])
    run.pause()
    const ended = run.run()
    expect(run.progress().state).toBe('paused')
    run.resume()
    expect(await ended).toBe('finished')
    expect(run.progress()).toMatchObject({ totalFiles: 60, counts: { files: 60, documents: 60 } })
  })

  test('stops when it is cancelled, keeps what is done, and counts it', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = manyTexts(200)
    const run = startImport(archive, pool, [folder])
    const ended = run.run()
    while (run.progress().counts.files < 20) await new Promise((next) => setTimeout(next, 5))
    run.cancel()
    expect(await ended).toBe('cancelled')
    const { counts } = run.progress()
    expect(counts.files).toBeLessThan(200)
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(counts.documents)
    expectWhole(archive)
  })

  test('cut short, is taken up under its number and ends with the counts of an undisturbed one', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = mixedFolder()
    for (let i = 0; i < 100; i++) writeFileSync(join(folder, `t${i}.txt`), `Text number ${i} with a body of its own.`)
    writeFileSync(join(folder, 'zz copy.txt'), 'Text number 0 with a body of its own.')
    const clean: ImportReceipt = await importAll(newArchive(), pool, [folder])
    const cut = startImport(archive, pool, [folder])
    const ended = cut.run()
    while (cut.progress().counts.files < 30) await new Promise((next) => setTimeout(next, 5))
    cut.cancel(true)
    expect(await ended).toBe('interrupted')
    const resumed = await importAll(archive, pool, [folder])
    expect(resumed.id).toBe(cut.id)
    expect(resumed.counts).toEqual(clean.counts)
    expect(resumed.problems.map(({ code }) => code)).toEqual(clean.problems.map(({ code }) => code))
    expectWhole(archive)
  })

  test('stops when the disk is full, keeps every whole document, and goes on when there is room', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = temporaryFolder()
    for (let i = 0; i < 400; i++) writeFileSync(join(folder, `${i}.txt`), `Text ${i}\n\n${`words of number ${i} `.repeat(200)}`)
    // SQLite answers SQLITE_FULL at this size exactly as it does on a full disk.
    const pages = Number(archive.db.pragma('page_count', { simple: true }))
    archive.db.pragma(`max_page_count = ${pages + 20}`)
    const run = startImport(archive, pool, [folder])
    expect(await run.run()).toBe('failed')
    expect(run.failure).toMatchObject({ code: 'disk-full' })
    expect(getReceipt(archive.db, run.id)).toMatchObject({ state: 'failed', failure: 'disk-full' })
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(run.progress().counts.documents)
    expect(run.progress().counts.documents).toBeLessThan(400)
    expectWhole(archive)
    archive.db.pragma('max_page_count = 1000000')
    expect((await importAll(archive, pool, [folder])).state).toBe('finished')
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(400)
    expectWhole(archive)
  })

  test('heals an original that is missing from the disk', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = manyTexts(1)
    await importAll(archive, pool, [folder])
    const sha256 = value<Uint8Array>(archive.db, 'SELECT sha256 FROM original')
    if (!sha256) throw new Error('no original')
    rmSync(archive.originals.pathOf(sha256))
    utimesSync(join(folder, '0000.txt'), 1, 1)
    await importAll(archive, pool, [folder])
    expect(existsSync(archive.originals.pathOf(sha256))).toBe(true)
  })
})
