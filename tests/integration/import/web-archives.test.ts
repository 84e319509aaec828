/** Captured pages: documents of their own, looked at with what was captured with them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readContent } from '#engine/reading/content'
import { servePage, servePart } from '#engine/reading/page'
import { TextCache } from '#engine/search/text-cache'
import { row, rows, value } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import { newArchive } from '#tests/support/archive'
import { importAll, testPool } from '#tests/support/import'
import { dotPicture } from '#tests/support/pictures'
import { temporaryFolder } from '#tests/support/temporary'
import { WARC_CASES } from '#tests/support/warc-cases'
import { zipFile } from '#tests/support/zip-file'

/** Six pages and files, and what the first shows. */
const crawl = WARC_CASES['packed-by-record']?.make() ?? Buffer.alloc(0)
const BASE = 'sanad-page://d1/'

test.each([
  ['crawl.warc.gz', crawl],
  ['crawl.wacz', zipFile([{ name: 'archive/data.warc.gz', content: crawl, method: 'stored' }])]
])('a page from %s is shown with the pictures and styles captured with it', async (name, bytes) => {
  const archive = newArchive()
  const extractor = await testPool()
  const folder = temporaryFolder()
  writeFileSync(join(folder, name), bytes)
  const receipt = await importAll(archive, extractor, [folder])
  expect(receipt.counts).toMatchObject({ files: 1, documents: 1, inside: 6, insideFailed: 0 })
  const { db, originals } = archive
  const id = value<number>(db, 'SELECT id FROM document WHERE file_name = ?', ['wells.html']) as DocumentId
  expect(findDetail(db, id)).toMatchObject({
    title: 'The wells',
    sourceUrl: 'https://darvan.example/news/wells.html',
    originalView: 'page',
    facts: [{ name: 'captured', value: '2020-12-09T10:11:12Z' }],
    holder: { relation: 'capture' }
  })
  const source = { db, originals, extractor }
  const page = await servePage(source, id, BASE)
  const well = 'https://darvan.example/media/well.png?w=1'
  expect(page?.html).toContain(`src="${BASE}${encodeURIComponent(well)}"`)
  expect(page?.html).toContain(`src="${BASE}${encodeURIComponent('https://darvan.example/media/large.png')}"`)
  expect(page?.html).toContain(`href="${BASE}${encodeURIComponent('https://darvan.example/style/main.css')}"`)
  expect(page?.attempts.map(({ address }) => address)).toEqual([])
  expect(await servePart(source, id, well, BASE)).toMatchObject({ mediaType: 'image/png', body: new Uint8Array(dotPicture()) })
  const style = await servePart(source, id, 'https://darvan.example/style/main.css', BASE)
  expect(style).toMatchObject({
    mediaType: 'text/css',
    body: expect.stringContaining(`url(${BASE}${encodeURIComponent('https://darvan.example/media/paper.png')})`)
  })
  expect(await servePart(source, id, 'https://darvan.example/notes.txt', BASE)).toBeUndefined()
  const pictures = readContent(db, new TextCache(), id).blocks.flatMap(({ resource }) => resource ?? [])
  expect(pictures).toEqual([well, 'https://darvan.example/media/small.png'])
})

test('captures of one address on several days are documents with their days; an unchanged one is one with two', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'days.warc'), WARC_CASES['captured-again']?.make() ?? '')
  const receipt = await importAll(archive, await testPool(), [folder])
  expect(receipt.counts).toMatchObject({ inside: 3, insideFailed: 1 })
  expect(receipt.problems).toMatchObject([{ code: 'partly-read', path: expect.stringContaining('elsewhere') }])
  const days = rows<{ documentId: number; path: string; declared: string }>(
    archive.db,
    'SELECT document_id AS documentId, path, declared FROM embedding ORDER BY ordinal',
    []
  )
  expect(days.map(({ path }) => path)).toEqual([
    'darvan.example/day.html',
    'darvan.example/day [2020-12-08 08.00.00].html',
    'darvan.example/day [2020-12-09 08.00.00].html'
  ])
  expect(days[1]?.documentId).toBe(days[2]?.documentId)
  expect(row(archive.db, 'SELECT count(*) AS n FROM document', [])).toEqual({ n: 3 })
})
