/** Messages come in with what they bring, and find the others of their conversation. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'valibot'
import { expect, test } from 'vitest'
import { readFamily } from '#engine/reading/family'
import { servePage, servePart } from '#engine/reading/page'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import { searchRequestSchema } from '#shared/model/search'
import { newArchive } from '#tests/support/archive'
import { importAll, testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

const FIXTURES = join(import.meta.dirname, '../../fixtures/eml')

function find(db: ReadDb, query: string) {
  return runSearch(db, new TextCache(), parse(searchRequestSchema, { query, filter: {} })).hits
}

const idOf = (db: ReadDb, fileName: string): DocumentId =>
  value<number>(db, 'SELECT id FROM document WHERE file_name = ?', [fileName]) as DocumentId

const message = (id: string, headers: string, text: string): string =>
  `Message-ID: <${id}@nehrin.example>\nFrom: Sima <sima@darvan.example>\nTo: archive@nehrin.example\n${headers}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n`

test('a conversation is found from any of its messages, in the order they were sent', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  const date = (hour: number): string => `Date: Tue, 9 Feb 2016 ${hour}:00:00 +0100`
  // The answer is read before what it answers, and one of them only says what it answers.
  writeFileSync(
    join(folder, 'a third.eml'),
    message('3', `References: <1@nehrin.example> <2@nehrin.example>\n${date(18)}`, 'Third.')
  )
  writeFileSync(join(folder, 'b second.eml'), message('2', `In-Reply-To: <1@nehrin.example>\n${date(17)}`, 'Second.'))
  writeFileSync(join(folder, 'c first.eml'), message('1', date(16), 'First.'))
  writeFileSync(join(folder, 'd alone.eml'), message('4', date(19), 'Alone.'))
  await importAll(archive, await testPool(), [folder])
  for (const name of ['a third.eml', 'b second.eml', 'c first.eml']) {
    const { conversation } = readFamily(archive.db, idOf(archive.db, name))
    expect(conversation.map(({ fileName }) => fileName)).toEqual(['c first.eml', 'b second.eml', 'a third.eml'])
  }
  expect(readFamily(archive.db, idOf(archive.db, 'd alone.eml')).conversation).toEqual([])
})

test('attachments are documents that name their message, to any depth', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  cpSync(join(FIXTURES, 'attachments-nested/source.eml'), join(folder, 'parcel.eml'))
  const receipt = await importAll(archive, await testPool(), [folder])
  expect(receipt.counts).toMatchObject({ files: 1, documents: 1, inside: 6 })
  const [csv] = find(archive.db, 'Mina')
  expect(csv).toMatchObject({ fileName: 'فهرست.csv', holder: { relation: 'attachment', title: 'Papers of the ward' } })
  const [inner] = find(archive.db, '"window of the ward"')
  expect(inner).toMatchObject({ title: 'What I saw / first part', date: '2017-04-04', holder: { title: 'Papers of the ward' } })
  const [drawing] = find(archive.db, '"window door"')
  expect(drawing).toMatchObject({ fileName: 'drawing.txt', holder: { title: 'What I saw / first part' } })
  expect(readFamily(archive.db, drawing?.id ?? (0 as DocumentId)).heldBy[0]?.map(({ title }) => title)).toEqual([
    'What I saw / first part',
    'Papers of the ward'
  ])
  const parcel = idOf(archive.db, 'parcel.eml')
  expect(readFamily(archive.db, parcel).holdsTotal).toBe(5)
  expect(findDetail(archive.db, parcel)).toMatchObject({ status: 'searchable', author: 'Darvan office' })
})

test('people, addresses, subjects and names of attachments are found', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  cpSync(join(FIXTURES, 'arabic-cut-words/source.eml'), join(folder, 'arabic.eml'))
  cpSync(join(FIXTURES, 'persian-windows-1256/source.eml'), join(folder, 'persian.eml'))
  await importAll(archive, await testPool(), [folder])
  const names = (query: string): string[] => find(archive.db, query).map(({ fileName }) => fileName)
  expect(names('Renée')).toEqual(['arabic.eml'])
  expect(names('"s.haddad@darvan.example"')).toEqual(['arabic.eml'])
  expect(names('مستشفى')).toEqual(['arabic.eml'])
  expect(names('نسرین')).toEqual(['persian.eml'])
  expect(names('بازداشت‌شدگان')).toEqual(['persian.eml'])
  expect(names('السائق')).toEqual(['arabic.eml'])
  expect(names('الطلقات')).toEqual(['شهادة السائق.txt'])
})

test('a message shows its own pictures, and nothing from elsewhere', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  cpSync(join(FIXTURES, 'related-pictures/source.eml'), join(folder, 'bridge.eml'))
  const pool = await testPool()
  await importAll(archive, pool, [folder])
  const id = idOf(archive.db, 'bridge.eml')
  const source = { db: archive.db, originals: archive.originals, extractor: pool }
  const page = await servePage(source, id, 'sanad-page://d1/')
  expect(page?.html).toContain('src="sanad-page://d1/cid%3Aphoto.1%40darvan.example"')
  expect(page?.html).not.toMatch(/count\.example|<script|ran/)
  expect(page?.attempts.map(({ address }) => address)).toEqual(['https://count.example/open.gif?id=5'])
  expect(findDetail(archive.db, id)?.remoteResources).toEqual(['https://count.example/open.gif?id=5'])
  for (const key of ['cid:photo.1@darvan.example', 'cid:sign%40darvan.example', 'cid:sign@darvan.example'])
    expect(await servePart(source, id, key, 'sanad-page://d1/')).toMatchObject({ mediaType: 'image/png' })
  expect(await servePart(source, id, 'cid:other@darvan.example', 'sanad-page://d1/')).toBeUndefined()
})

test('a mailbox brings its messages as documents, each with its date and what it brings', async () => {
  const archive = newArchive()
  const folder = temporaryFolder()
  const box = ['attachments-nested', 'persian-windows-1256', 'related-pictures'].map((name) =>
    Buffer.concat([
      Buffer.from('From - Wed Dec  9 10:00:00 2020\n'),
      Buffer.from(
        readFileSync(join(FIXTURES, name, 'source.eml'))
          .toString('latin1')
          .replaceAll('\r\n', '\n'),
        'latin1'
      ),
      Buffer.from('\n')
    ])
  )
  writeFileSync(join(folder, 'INBOX'), Buffer.concat(box))
  const receipt = await importAll(archive, await testPool(), [folder])
  // Three messages, six files and messages in the first, a picture in the last.
  expect(receipt.counts).toMatchObject({ files: 1, documents: 1, inside: 10 })
  expect(find(archive.db, 'بازداشت‌شدگان')[0]).toMatchObject({
    title: 'فهرست نهرين',
    date: '2009-03-14',
    holder: { relation: 'message', title: 'INBOX' }
  })
  const [csv] = find(archive.db, 'Mina')
  expect(csv?.holder).toMatchObject({ relation: 'attachment', title: 'Papers of the ward' })
  const ways = readFamily(archive.db, csv?.id ?? (0 as DocumentId)).heldBy
  expect(ways[0]?.map(({ title }) => title)).toEqual(['Papers of the ward', 'INBOX'])
  expect(findDetail(archive.db, idOf(archive.db, 'INBOX'))).toMatchObject({ status: 'container', members: 3 })
})
