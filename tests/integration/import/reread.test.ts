/** Reading again: exactly the documents concerned, from their originals, and nothing that a person did is lost. */
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { countOutdated } from '#engine/import/documents-to-reread'
import { ImportControl } from '#engine/import/import-control'
import { readAgain } from '#engine/import/reread'
import { Rereading } from '#engine/import/rereading'
import type { Archive } from '#engine/open'
import { correctField } from '#engine/organise/correcting'
import { tagDocuments } from '#engine/organise/tagging'
import { readWithCharset } from '#engine/reading/read-again'
import { setMark } from '#engine/store/documents'
import { value } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'
import type { RereadState } from '#shared/model/rereading'
import { newArchive } from '#tests/support/archive'
import { importAll, testPool } from '#tests/support/import'
import { tarFile } from '#tests/support/tar-file'
import { temporaryFolder } from '#tests/support/temporary'

const LETTER = 'Letter of the experts\n\nThe execution of prisoners in the summer of 1988 may amount to crimes against humanity.'

type Room = Readonly<{ archive: Archive; pool: Awaited<ReturnType<typeof testPool>>; folder: string }>

async function room(files: Readonly<Record<string, string | Buffer>>): Promise<Room> {
  const archive = newArchive()
  const pool = await testPool()
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  await importAll(archive, pool, [folder])
  return { archive, pool, folder }
}

const idOf = ({ archive }: Room, fileName: string): DocumentId =>
  value<number>(archive.db, 'SELECT id FROM document WHERE file_name = ?', [fileName]) as DocumentId

function rereadingOf({ archive, pool }: Room, told: RereadState[] = [], isImporting = (): boolean => false): Rereading {
  const rereading = new Rereading({
    archive,
    extractor: pool,
    isImporting,
    onProgress: (state) => told.push(state),
    onCommit: () => undefined
  })
  onTestFinished(() => rereading.close())
  return rereading
}

describe('reading one document again', () => {
  test('keeps its tags, stars and corrections', async () => {
    const here = await room({ 'letter.txt': LETTER })
    const { archive, pool } = here
    const id = idOf(here, 'letter.txt')
    tagDocuments(archive.db, 'experts', [id])
    setMark(archive.db, 'is_starred', [id], true)
    correctField(archive.db, id, 'title', 'Corrected by hand')
    archive.db.exec('UPDATE document SET extractor_version = 0')
    expect(await readAgain(archive, pool, id)).toMatchObject({ isKept: false })
    expect(findDetail(archive.db, id)).toMatchObject({
      title: 'Corrected by hand',
      isStarred: true,
      tags: [{ name: 'experts' }],
      corrected: { title: 'Letter of the experts' }
    })
    expect(countOutdated(archive.db)).toBe(0)
  })

  test('that fails keeps the text it had, says so, and is tried again', async () => {
    const here = await room({ 'letter.txt': LETTER })
    const { archive, pool, folder } = here
    const id = idOf(here, 'letter.txt')
    archive.db.exec('UPDATE document SET extractor_version = 0')
    const sha256 = value<Uint8Array>(archive.db, 'SELECT sha256 FROM original')
    if (!sha256) throw new Error('no original')
    rmSync(archive.originals.pathOf(sha256))
    expect(await readAgain(archive, pool, id)).toMatchObject({ isKept: true })
    const detail = findDetail(archive.db, id)
    expect(detail).toMatchObject({ status: 'searchable', problem: { code: 'vanished' } })
    expect(detail?.problem?.message).toContain('what was read earlier stays')
    expect(readText(archive.db, id).reader).toContain('crimes against humanity')
    expect(countOutdated(archive.db)).toBe(1)
    utimesSync(join(folder, 'letter.txt'), 1, 1)
    await importAll(archive, pool, [folder])
    expect(findDetail(archive.db, id)).toMatchObject({ status: 'searchable', problem: null })
  })

  test('with another character set', async () => {
    const here = await room({ 'note.txt': Buffer.from([0xc7, 0xed, 0xd1, 0xc7, 0xe4, 0x20, 0x31, 0x33, 0x36, 0x37]) })
    const { archive, pool } = here
    const id = idOf(here, 'note.txt')
    expect(await readWithCharset(archive, pool, id, 'windows-1256')).toMatchObject({
      charset: 'windows-1256',
      charsetChosen: true
    })
    expect(readText(archive.db, id).reader).toBe('ایران 1367'.replace('ی', 'ي'))
    await expect(readWithCharset(archive, pool, id, 'klingon')).rejects.toMatchObject({ code: 'bad-charset' })
    await readAgain(archive, pool, id)
    expect(findDetail(archive.db, id)).toMatchObject({ charset: 'windows-1256' })
  })

  test('takes what it holds again, and only what is new becomes new', async () => {
    const entries = Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, content: `Text number ${at} in the box` }))
    const here = await room({ 'box.tar': tarFile(entries) })
    const { archive, pool } = here
    const id = idOf(here, 'box.tar')
    const lost = idOf(here, '3.txt')
    // As an older version would have left it, which had not seen this file.
    archive.db.exec(`DELETE FROM fts WHERE rowid = ${lost}; DELETE FROM document WHERE id = ${lost}`)
    archive.db.exec(
      "DELETE FROM original WHERE id NOT IN (SELECT original_id FROM document); UPDATE document SET extractor_version = 0 WHERE format = 'tar'"
    )
    await readAgain(archive, pool, id)
    expect(findDetail(archive.db, id)).toMatchObject({ members: 5, status: 'container' })
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(6)
    expect(findDetail(archive.db, idOf(here, '3.txt'))?.sightings[0]?.path).toMatch(/box\.tar\/3\.txt$/)
    expect(countOutdated(archive.db)).toBe(0)
  })

  test('refuses a document that is not there', async () => {
    const { archive, pool } = await room({})
    await expect(readAgain(archive, pool, 99 as DocumentId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('reading many again', () => {
  const MANY = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.txt`, `Text number ${at} of many.`]))

  test('takes exactly those that an older version read, and tells how far it is', async () => {
    const here = await room({ ...MANY, 'page.html': '<!doctype html><title>Page</title><p>Text of a page.' })
    here.archive.db.exec("UPDATE document SET extractor_version = 0 WHERE file_name LIKE '1%.txt'")
    const told: RereadState[] = []
    const rereading = rereadingOf(here, told)
    expect(rereading.start({ what: 'outdated' })).toMatchObject({ running: true, total: 11, done: 0 })
    expect(() => rereading.start({ what: 'outdated' })).toThrow(expect.objectContaining({ code: 'reread-running' }))
    expect(await rereading.ended()).toEqual({ running: false, total: 11, done: 11, improved: 11 })
    expect(told.at(-1)).toEqual(rereading.current())
    expect(countOutdated(here.archive.db)).toBe(0)
  })

  test('does not take a file for outdated whose reading was given up', async () => {
    const here = await room({ 'a.txt': LETTER, 'broken.zip': Buffer.from('PK\x03\x04broken') })
    expect(countOutdated(here.archive.db)).toBe(0)
    expect(rereadingOf(here).start({ what: 'problem', code: 'damaged' }).total).toBe(1)
  })

  test('takes those of a format, those with a problem, or those named', async () => {
    const here = await room({
      'a.txt': LETTER,
      'page.html': '<!doctype html><title>Page</title><p>Text of a page.',
      'empty.txt': ''
    })
    const rereading = rereadingOf(here)
    expect(rereading.start({ what: 'format', format: 'html' }).total).toBe(1)
    await rereading.ended()
    expect(rereading.start({ what: 'problem', code: 'empty-file' }).total).toBe(1)
    expect(await rereading.ended()).toMatchObject({ done: 1, improved: 0 })
    const id = idOf(here, 'a.txt')
    expect(rereading.start({ what: 'documents', ids: [id, id] }).total).toBe(1)
    expect(await rereading.ended()).toMatchObject({ done: 1, improved: 1 })
  })

  test('ends between documents when it is cancelled', async () => {
    const here = await room(MANY)
    const rereading = rereadingOf(here)
    rereading.start({ what: 'format', format: 'text' })
    while (rereading.current().done < 3) await new Promise((next) => setTimeout(next, 2))
    rereading.cancel()
    const { done, running } = await rereading.ended()
    expect(running).toBe(false)
    expect(done).toBeLessThan(30)
  })

  test('and an import leave each other alone', async () => {
    const here = await room(MANY)
    const imports = new ImportControl(here.archive, here.pool, { onProgress: () => undefined, onCommit: () => undefined })
    const rereading = rereadingOf(here, [], () => imports.isRunning)
    imports.refuseWhile(() => rereading.isRunning)
    rereading.start({ what: 'format', format: 'text' })
    expect(() => imports.start([here.folder])).toThrow(expect.objectContaining({ code: 'reread-running' }))
    await rereading.ended()
    imports.start([here.folder])
    expect(() => rereading.start({ what: 'outdated' })).toThrow(expect.objectContaining({ code: 'import-running' }))
    await imports.close()
  })
})
