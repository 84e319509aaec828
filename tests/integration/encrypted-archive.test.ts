/** The same folder in a plain and in an encrypted archive: everything that is found, read, shown and played is the same. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import type { ExtractPool } from '#engine/extract/pool/pool'
import { OcrQueue } from '#engine/ocr/ocr-queue'
import type { Archive } from '#engine/open'
import { findLooking } from '#engine/reading/looking'
import { findMediaFile } from '#engine/reading/media-file'
import { servePage, servePart } from '#engine/reading/page'
import { streamStored } from '#engine/sealed/stream-stored'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { listKeysOfPage } from '#engine/store/page-parts'
import { rows } from '#engine/store/statement'
import { readText } from '#engine/store/texts'
import type { DocumentId } from '#shared/model/ids'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { newArchive } from '#tests/support/archive'
import { newEncryptedArchive } from '#tests/support/encrypted-archive'
import { extractEntry } from '#tests/support/extract-entry'
import { importAll, testPool } from '#tests/support/import'
import { plainPdf } from '#tests/support/plain-pdf'
import { temporaryFolder } from '#tests/support/temporary'

const fixtures = resolve(import.meta.dirname, '../fixtures')
/** Containers in containers, parts beside and inside, what is read at any place, what plays, and a scan. */
const CASES = [
  'zip',
  'tar',
  'warc',
  'wacz',
  'docx/embedded-files',
  'docx/persian-testimony',
  'xlsx',
  'epub',
  'eml/attachments-nested',
  'eml/related-pictures',
  'mbox',
  'mhtml',
  'msg',
  'pdf/printed-persian',
  'pdf/attachments',
  'pdf/scan-only',
  'html/saved-page-with-files',
  'media/mp4',
  'media/flac',
  'image/tiff-fax-pages',
  'ocr/english'
]

function sources(): string {
  const folder = temporaryFolder()
  for (const name of CASES) cpSync(join(fixtures, name), join(folder, name), { recursive: true })
  mkdirSync(join(folder, 'large'))
  // Larger than what is read into memory at once.
  writeFileSync(join(folder, 'large', 'large.pdf'), plainPdf(['A large file of the archive'], { padding: 9 << 20 }))
  writeFileSync(join(folder, 'large', 'long.txt'), `${'A long text of the archive. '.repeat(800_000)}`)
  return folder
}

type Row = Readonly<{ id: DocumentId; view: string | null; sha256: string }>

/** Everything there is to see of every document. */
async function everythingOf(archive: Archive, pool: ExtractPool): Promise<Record<string, unknown>> {
  const { db, originals } = archive
  const source = { db, originals, extractor: pool }
  const all: Record<string, unknown> = {}
  for (const { id, view, sha256 } of rows<Row>(
    db,
    'SELECT document.id, original_view AS view, lower(hex(sha256)) AS sha256 FROM document JOIN original ON original.id = original_id'
  )) {
    const [fields] = rows<Record<string, unknown>>(
      db,
      'SELECT title, author, status, problem_code, media_type, language, word_count, page_count FROM document WHERE id = ?',
      [id]
    )
    const seen: unknown[] = [fields, readText(db, id)]
    const looking = findLooking(db, originals, id)
    if (view === 'page') {
      seen.push((await servePage(source, id, 'sanad-page://d1/'))?.html)
      for (const key of listKeysOfPage(db, id).slice(0, 5)) seen.push(await servePart(source, id, key, 'sanad-page://d1/'))
    }
    if (view === 'pages' && looking) seen.push(await pool.run({ task: 'bitmap', ...looking, page: 1, width: 200 }))
    const media = findMediaFile(db, originals, id)
    if (media) {
      const pieces: Uint8Array[] = []
      for await (const piece of streamStored(media.file, { start: 7, end: media.sizeBytes - 2 })) pieces.push(piece)
      seen.push(Buffer.concat(pieces).toString('base64'))
    }
    all[sha256] = seen
  }
  return all
}

function found(archive: Archive, query: string): readonly string[] {
  const request = v.parse(searchRequestSchema, { query })
  const filter = v.parse(searchFilterSchema, request.filter)
  return (
    runSearch(archive.db, new TextCache(), { ...request, filter })
      .hits.map(({ fileName, title }) => `${fileName} ${title}`)
      // Documents of one rank stand in the order in which they came in, and members are taken several at once.
      .sort()
  )
}

beforeAll(async () => void (await extractEntry()))

test('an encrypted archive holds and shows what a plain one does', { timeout: 400_000 }, async () => {
  const folder = sources()
  const pool = await testPool()
  const plain = newArchive()
  const { archive: sealed } = newEncryptedArchive()
  const [inPlain, inSealed] = [await importAll(plain, pool, [folder]), await importAll(sealed, pool, [folder])]
  expect(inSealed.counts).toEqual(inPlain.counts)
  expect(inPlain.counts.inside).toBeGreaterThan(50)

  const nothing = (): void => undefined
  for (const archive of [plain, sealed]) {
    const queue = new OcrQueue({ archive, extractor: pool, isBusy: () => false, onProgress: nothing, onCommit: nothing })
    await queue.drain()
    await queue.close()
  }
  const [expected, actual] = [await everythingOf(plain, pool), await everythingOf(sealed, pool)]
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort())
  for (const [sha256, seen] of Object.entries(expected)) expect([sha256, actual[sha256]]).toEqual([sha256, seen])
  for (const query of ['archive', 'large', 'testimony', 'شهادت', 'page*', 'type:pdf'])
    expect(found(sealed, query)).toEqual(found(plain, query))

  // Again: nothing is new, and nothing is sealed a second time.
  expect((await importAll(sealed, pool, [folder])).counts.documents).toBe(0)
})
