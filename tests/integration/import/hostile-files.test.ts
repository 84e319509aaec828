/** A folder with one of each kind of hostile file is imported whole: each has its row, and the files beside them are found. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool, type ExtractPool } from '#engine/extract/pool/pool'
import { createArchive } from '#engine/open'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import { rows } from '#engine/store/statement'
import { searchRequestSchema } from '#shared/model/search'
import { extractEntry } from '#tests/support/extract-entry'
import { writeHostileFiles } from '#tests/support/hostile-files'
import { importAll } from '#tests/support/import'
import { tarFile } from '#tests/support/tar-file'
import { temporaryFolder } from '#tests/support/temporary'

const GIB = 1024 ** 3

/** A pool that notes the most memory any of its processes was seen with. */
async function watchedPool(): Promise<{ pool: ExtractPool; peak: () => number }> {
  const entry = await extractEntry()
  let peak = 0
  const watch = (pid: number): number | undefined => {
    const bytes = residentBytes(pid)
    peak = Math.max(peak, bytes ?? 0)
    return bytes
  }
  const pool = createExtractPool({ spawn: () => spawnChild(entry), size: 2, residentBytes: watch })
  onTestFinished(() => pool.close())
  return { pool, peak: () => peak }
}

function pathsFound(db: ReadDb, query: string): string[] {
  return runSearch(db, new TextCache(), parse(searchRequestSchema, { query, filter: {} })).hits.map((hit) => hit.path)
}

test('hostile files end in rows, and the good ones beside them are found', { timeout: 300_000 }, async () => {
  const around = temporaryFolder()
  const source = join(around, 'source')
  const hostile = writeHostileFiles(source)
  writeFileSync(join(source, 'a good one.txt'), 'A testimony about the kingfisher.')
  writeFileSync(
    join(source, 'zz good.tar'),
    tarFile([{ name: 'inside.txt', content: 'A testimony about the kingfisher, packed.' }])
  )
  const archive = createArchive(join(around, 'Test.sanad'))
  onTestFinished(() => archive.close())
  const { pool, peak } = await watchedPool()
  const before = readdirSync(source, { recursive: true, encoding: 'utf8' }).length
  const receipt = await importAll(archive, pool, [source])

  expect(receipt.state).toBe('finished')
  const { files, documents, copies, withoutText, failed } = receipt.counts
  expect(files).toBe(hostile.length + 2)
  expect(documents + copies + withoutText + failed).toBe(files)
  expect(pathsFound(archive.db, 'kingfisher').sort()).toEqual([
    join(source, 'a good one.txt'),
    join(source, 'zz good.tar/inside.txt')
  ])
  const withNeedle = pathsFound(archive.db, 'needle')
  for (const name of ['deep.html', 'brackets.html', 'repeated.ods', 'fields.docx', 'braces.rtf', 'columns.csv'])
    expect(withNeedle).toContain(join(source, name))

  const codes = new Map(receipt.problems.map(({ path, code }) => [path.slice(source.length + 1), code]))
  const isReported = (name: string): boolean => [...codes.keys()].some((path) => path === name || path.startsWith(`${name}/`))
  expect(hostile.filter((name) => !isReported(name) && !READ_ALL_THE_SAME.includes(name))).toEqual([])
  expect(Object.fromEntries(Object.keys(EXPECTED).map((path) => [path, codes.get(path)]))).toEqual(EXPECTED)

  expect(readdirSync(around).sort()).toEqual(['Test.sanad', 'source'])
  expect(readdirSync(source, { recursive: true, encoding: 'utf8' }).length).toBe(before)
  expect(readdirSync(join(archive.directory, 'originals/unfinished'))).toEqual([])
  const odd = rows<{ name: string }>(archive.db, 'SELECT path AS name FROM sighting').filter(({ name }) =>
    /\/\.\.\/|\0|\u202e/.test(name)
  )
  expect(odd).toEqual([])
  if (process.platform === 'linux') expect(peak()).toBeLessThan(GIB)
})

/** Files that are read without harm and without a word about it. */
const READ_ALL_THE_SAME = [
  'no mailbox.mbox',
  'slip.zip',
  'deep folders.tar.gz',
  'same name.tar.gz',
  'bad names.zip',
  'deep.zip',
  'contents.epub',
  'brackets.html',
  'styles.html',
  'repeated.ods',
  'far.xlsx',
  'fields.docx',
  'marks.txt',
  'one word.txt',
  'brackets.md',
  'links.md',
  'table.md',
  'circles.doc',
  'inside itself.xls',
  'inside itself.msg',
  'nested.msg',
  'bomb.msg',
  'texts.png'
]

const EXPECTED = {
  'bomb.zip': 'bomb',
  'liar.zip/small.txt': 'bomb',
  'overlapping.zip': 'bomb',
  'locked.zip/secret.txt': 'locked',
  'cut.zip': 'damaged',
  'link.zip/passwd': 'link-not-followed',
  'bomb.txt.gz': 'bomb',
  'entities.docx': 'bomb',
  'deep.docx': 'too-complex',
  'lying size.tar': 'partly-read',
  'devices.tar/zero': 'not-a-regular-file',
  'deep.html': 'too-complex',
  'many headers.eml': 'partly-read',
  'long header.eml': 'partly-read',
  'boundaries.eml': 'partly-read',
  [`nested.eml/${[298, 297, 296, 295, 294, 293, 292, 291].map((level) => `${level}.eml`).join('/')}`]: 'nested-too-deep',
  'many members.txt.gz/many members.txt': 'empty-file',
  'huge.7z': 'not-readable-yet',
  'huge.rar': 'not-readable-yet',
  'cycle.webarchive': 'damaged',
  'manyfold.webarchive': 'damaged',
  'deep.webarchive': 'damaged',
  'bomb.warc.gz': 'partly-read',
  'lying.warc': 'partly-read',
  'parts.mhtml': 'partly-read',
  'loop.epub': 'partly-read',
  'misnested.html': 'too-complex',
  'attributes.html': 'too-complex',
  'photograph.jpg': 'not-readable-yet',
  'spaces.fodt': 'too-complex',
  'strings.xlsx': 'bomb',
  'tables.docx': 'too-complex',
  'braces.rtf': 'partly-read',
  'lying.rtf': 'partly-read',
  'quotes.csv': 'too-large',
  'columns.csv': 'too-large',
  'circles.xls': 'partly-read',
  'circles.ppt': 'partly-read',
  'circles.msg': 'not-readable-yet',
  'inside itself.doc': 'damaged',
  'inside itself.ppt': 'partly-read',
  'pieces.doc': 'partly-read',
  'slides.ppt': 'damaged',
  'sheets.xls': 'damaged',
  'winmail.dat': 'damaged',
  'boxes.mp4': 'partly-read',
  'loop.tif': 'damaged',
  'song.mp3': 'partly-read',
  'circles.pdf': 'no-text',
  'drawings.pdf': 'out-of-memory',
  'many pages.pdf': 'no-text',
  'brackets.pdf': 'no-text',
  'link to etc': 'link-not-followed',
  loop: 'link-not-followed'
}
