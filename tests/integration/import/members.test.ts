/** What files hold: documents of their own, reached through the file around them. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { readFamily } from '#engine/reading/family'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { listFolders } from '#engine/store/folders'
import { countAttention } from '#engine/store/imports'
import { rows, value } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import type { DocumentId } from '#shared/model/ids'
import { searchRequestSchema } from '#shared/model/search'
import { newArchive } from '#tests/support/archive'
import { importAll, startImport, testPool } from '#tests/support/import'
import { tarFile } from '#tests/support/tar-file'
import { temporaryFolder } from '#tests/support/temporary'

const text = (about: string): string => `A statement about ${about}\n\nThis is what was said about ${about} in the ward.`

function find(db: ReadDb, query: string) {
  return runSearch(db, new TextCache(), parse(searchRequestSchema, { query, filter: {} })).hits
}

const idOf = (db: ReadDb, fileName: string): DocumentId =>
  value<number>(db, 'SELECT id FROM document WHERE file_name = ?', [fileName]) as DocumentId

/** Archives inside each other: the innermost holds `deep.txt`. */
function nested(levels: number): Buffer {
  let inner = tarFile([{ name: 'deep.txt', content: text('the deepest place') }])
  for (let level = levels - 1; level > 0; level--)
    inner = tarFile([
      { name: `level ${level}.txt`, content: text(`level ${level}`) },
      { name: `inner ${level}.tar`, content: inner }
    ])
  return inner
}

describe('an archive', () => {
  test('brings its files as documents, in folders as it has them, and names itself as what holds them', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    const packed = tarFile([
      { name: 'letters/1988/first letter.txt', content: text('the river') },
      { name: 'letters/second.txt', content: text('the orchard') },
      { name: 'letters/', type: '5' },
      { name: '__MACOSX/letters/._second.txt', content: 'x' },
      { name: 'letters/.DS_Store', content: 'y' },
      { name: 'link', type: '2', linkname: '/etc/passwd' },
      { name: 'empty.txt' }
    ])
    writeFileSync(join(folder, 'box.tar'), packed)
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.counts).toMatchObject({ files: 1, documents: 1, inside: 4, insideFailed: 1, failed: 0 })
    expect(receipt.problems.map(({ path, code }) => [path.slice(folder.length + 1), code])).toEqual([
      ['box.tar/empty.txt', 'empty-file'],
      ['box.tar/link', 'link-not-followed']
    ])
    const [hit] = find(archive.db, 'river')
    expect(hit).toMatchObject({
      path: join(folder, 'box.tar/letters/1988/first letter.txt'),
      holder: { relation: 'entry', title: 'box' }
    })
    const folders = listFolders(archive.db).slice(-3)
    expect(folders.map(({ name, kind, documents }) => [name, kind, documents])).toEqual([
      ['box.tar', 'container', 3],
      ['letters', 'container', 2],
      ['1988', 'container', 1]
    ])
    const container = findDetail(archive.db, idOf(archive.db, 'box.tar'))
    expect(container).toMatchObject({ status: 'container', members: 3, problem: null })
    expect(container?.facts).toEqual([
      { name: 'entries', value: '4' },
      { name: 'unread-entries', value: '1' },
      { name: 'left-out-entries', value: '2' }
    ])
    expect(readdirSync(join(archive.directory, 'originals/unfinished'))).toEqual([])
  })

  test('opens others in it to the third, and says of the fourth that it lies too deep', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'nest.tar'), nested(4))
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.problems).toMatchObject([
      { path: join(folder, 'nest.tar/inner 1.tar/inner 2.tar/inner 3.tar'), code: 'nested-too-deep' }
    ])
    expect(find(archive.db, '"level 3"')).toHaveLength(1)
    expect(find(archive.db, 'deepest')).toHaveLength(0)
    const family = readFamily(archive.db, idOf(archive.db, 'inner 3.tar'))
    expect(family.heldBy.map((way) => way.map((holder) => holder.fileName))).toEqual([['inner 2.tar', 'inner 1.tar', 'nest.tar']])
  })

  test('that lay too deep is opened when it is met on disk', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'nest.tar'), nested(4))
    await importAll(archive, pool, [folder])
    writeFileSync(join(folder, 'taken out.tar'), nested(1))
    await importAll(archive, pool, [folder])
    expect(find(archive.db, 'deepest')).toHaveLength(1)
    expect(countAttention(archive.db)).toBe(0)
  })

  test('packed as one file comes in one step', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'all.tar.gz'), gzipSync(tarFile([{ name: 'a.txt', content: text('the harvest') }])))
    writeFileSync(join(folder, 'note.txt.gz'), gzipSync(text('the winter')))
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.counts).toMatchObject({ files: 2, documents: 2, inside: 2 })
    expect(find(archive.db, 'harvest')[0]?.path).toBe(join(folder, 'all.tar.gz/a.txt'))
    expect(find(archive.db, 'winter')[0]).toMatchObject({ fileName: 'note.txt', path: join(folder, 'note.txt.gz/note.txt') })
  })

  test('is not opened again where it is known, at its place or another', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = temporaryFolder()
    const packed = tarFile([{ name: 'a.txt', content: text('the harvest') }])
    writeFileSync(join(folder, 'one.tar'), packed)
    await importAll(archive, pool, [folder])
    writeFileSync(join(folder, 'two.tar'), packed)
    const again = await importAll(archive, pool, [folder])
    expect(again.counts).toMatchObject({ files: 2, copies: 2, unchanged: 1, inside: 0 })
    expect(findDetail(archive.db, idOf(archive.db, 'one.tar'))?.sightings).toHaveLength(2)
    expect(findDetail(archive.db, idOf(archive.db, 'a.txt'))?.sightings).toHaveLength(1)
  })

  test('twice in one folder is one document, however the two meet', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    const packed = tarFile(Array.from({ length: 20 }, (_, at) => ({ name: `${at}.txt`, content: text(`number ${at}`) })))
    for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.tar`), packed)
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.counts).toMatchObject({ files: 3, documents: 1, copies: 2, inside: 20 })
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(21)
    expect(value(archive.db, 'SELECT count(*) FROM embedding')).toBe(20)
  })

  test('shares a file with a hundred others: one document that lies in all of them', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    for (let at = 0; at < 100; at++) {
      const entries = [
        { name: 'same.txt', content: text('the same thing') },
        { name: `${at}.txt`, content: text(`number ${at}`) }
      ]
      writeFileSync(join(folder, `${at}.tar`), tarFile(entries))
    }
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(receipt.counts).toMatchObject({ files: 100, documents: 100, inside: 101 })
    const same = idOf(archive.db, 'same.txt')
    expect(value(archive.db, 'SELECT count(*) FROM embedding WHERE document_id = ?', [same])).toBe(100)
    expect(readFamily(archive.db, same).heldBy).toHaveLength(50)
  })

  test('that breaks off keeps what came before, and says so', async () => {
    const archive = newArchive()
    const folder = temporaryFolder()
    const whole = tarFile([
      { name: 'whole.txt', content: text('the river') },
      { name: 'cut.txt', content: Array.from({ length: 3000 }, (_, at) => (at * 7919).toString(36)).join(' ') }
    ])
    const packed = gzipSync(whole)
    writeFileSync(join(folder, 'cut.tar'), whole.subarray(0, 4000))
    writeFileSync(join(folder, 'cut.tar.gz'), packed.subarray(0, packed.length * 0.8))
    const receipt = await importAll(archive, await testPool(), [folder])
    expect(find(archive.db, 'river')).toHaveLength(1)
    // The word of the fifth number, which stands in both halves.
    expect(find(archive.db, (5 * 7919).toString(36))).toHaveLength(2)
    expect(receipt.problems.map(({ code }) => code).sort()).toEqual(['partly-read', 'partly-read'])
  })

  test('cancelled while it is opened is opened again by the next import, which completes it', async () => {
    const archive = newArchive()
    const pool = await testPool()
    const folder = temporaryFolder()
    const entries = Array.from({ length: 300 }, (_, at) => ({ name: `${at}.txt`, content: text(`number ${at}`) }))
    writeFileSync(join(folder, 'many.tar'), tarFile(entries))
    const run = startImport(archive, pool, [folder])
    const ended = run.run()
    while (run.progress().counts.inside < 20) await new Promise((next) => setTimeout(next, 5))
    expect(run.progress().current).toMatch(/^\d+\.txt$/)
    run.cancel(true)
    expect(await ended).toBe('interrupted')
    expect(run.progress().counts.inside).toBeLessThan(300)
    const resumed = await importAll(archive, pool, [folder])
    expect(resumed.counts).toMatchObject({ files: 1, documents: 1, copies: 0, inside: 300, insideFailed: 0 })
    expect(value(archive.db, 'SELECT count(*) FROM document')).toBe(301)
    expect(findDetail(archive.db, idOf(archive.db, 'many.tar'))?.members).toBe(300)
    expect((await importAll(archive, pool, [folder])).counts).toMatchObject({ copies: 1, unchanged: 1, inside: 0 })
  })

  test('has labels for what its files are called, never paths that are written', async () => {
    const archive = newArchive()
    const around = temporaryFolder()
    const folder = join(around, 'a', 'b')
    const names = [
      '../../../escaped.txt',
      '/absolute.txt',
      'C:\\drive.txt',
      'a\\..\\..\\back.txt',
      'nul\u0001byte.txt',
      'exe\u202etxt.scr',
      `${'long '.repeat(18)}.txt`,
      'twice.txt',
      'twice.txt'
    ]
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'slip.tar'), tarFile(names.map((name, at) => ({ name, content: text(`name ${at}`) }))))
    await importAll(archive, await testPool(), [folder])
    const paths = rows<{ path: string }>(archive.db, 'SELECT path FROM sighting ORDER BY id').map(({ path }) => path)
    const inside = paths.filter((path) => path.includes('slip.tar/')).map((path) => path.slice(folder.length + 1))
    expect(inside.sort()).toEqual(
      [
        'slip.tar/(..)/(..)/(..)/escaped.txt',
        'slip.tar/absolute.txt',
        'slip.tar/drive.txt',
        'slip.tar/a/(..)/(..)/back.txt',
        'slip.tar/nul\ufffdbyte.txt',
        'slip.tar/exe\ufffdtxt.scr',
        `slip.tar/${'long '.repeat(18)}.txt`,
        'slip.tar/twice.txt',
        'slip.tar/twice (2).txt'
      ].sort()
    )
    expect(readdirSync(around, { recursive: true }).sort()).toEqual(['a', 'a/b', 'a/b/slip.tar'])
    expect(existsSync('/absolute.txt')).toBe(false)
  })
})
