import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ExtractPool } from '#engine/extract/pool/pool'
import { OcrQueue, type OcrQueueParts } from '#engine/ocr/ocr-queue'
import { type Archive, openArchive } from '#engine/open'
import { readPageLayer } from '#engine/reading/page-layer'
import { readPages } from '#engine/reading/pages'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { listAttention } from '#engine/store/imports'
import { row, rows } from '#engine/store/statement'
import { findDetail } from '#engine/store/summaries'
import { readText } from '#engine/store/texts'
import type { DocumentId, FolderId } from '#shared/model/ids'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { newArchive } from '#tests/support/archive'
import { characterErrorRate } from '#tests/support/character-error-rate'
import { importAll, testPool } from '#tests/support/import'
import { onItsSide } from '#tests/support/pictures'
import { temporaryFolder } from '#tests/support/temporary'

const PAGES = join(import.meta.dirname, '../fixtures/ocr')

/** A folder with the pictures of typed pages in these languages, each in a folder of its own. */
function scans(...languages: readonly string[]): string {
  const folder = temporaryFolder()
  for (const language of languages) {
    mkdirSync(join(folder, language))
    copyFileSync(join(PAGES, language, 'page.png'), join(folder, language, `${language}.png`))
  }
  return folder
}

const textOf = (language: string): string =>
  readFileSync(join(PAGES, language, 'text.txt'), 'utf8')
    .replace(/\s+/g, ' ')
    .trim()

function queueOf(archive: Archive, extractor: OcrQueueParts['extractor'], changes: Partial<OcrQueueParts> = {}): OcrQueue {
  const nothing = (): void => undefined
  const queue = new OcrQueue({ archive, extractor, isBusy: () => false, onProgress: nothing, onCommit: nothing, ...changes })
  onTestFinished(() => queue.close())
  return queue
}

const idOf = (archive: Archive, fileName: string): DocumentId =>
  row<{ id: DocumentId }>(archive.db, 'SELECT id FROM document WHERE file_name = ?', [fileName])?.id ?? (0 as DocumentId)

async function imported(pool: ExtractPool, ...languages: readonly string[]): Promise<Archive> {
  const archive = newArchive()
  await importAll(archive, pool, [scans(...languages)])
  return archive
}

function find(archive: Archive, query: string): string[] {
  const request = v.parse(searchRequestSchema, { query })
  const filter = v.parse(searchFilterSchema, request.filter)
  return runSearch(archive.db, new TextCache(), { ...request, filter }).hits.map(({ fileName }) => fileName)
}

describe('pictures of typed pages', () => {
  test.each([
    ['english', ['eng', 'fra'], 'en'],
    ['french', ['eng', 'fra'], 'fr'],
    ['persian', ['fas'], 'fa'],
    ['arabic', ['ara'], 'ar']
  ])('%s is read without anybody choosing its language', async (language, codes, tag) => {
    const pool = await testPool()
    const archive = await imported(pool, language)
    const id = idOf(archive, `${language}.png`)
    expect(findDetail(archive.db, id)).toMatchObject({
      status: 'needs-ocr',
      problem: { code: 'needs-ocr' },
      originalView: 'pages'
    })

    const state = await queueOf(archive, pool).drain()

    expect(state).toMatchObject({ waiting: 0, done: 1, failed: 0, current: null })
    const detail = findDetail(archive.db, id)
    expect(detail).toMatchObject({ status: 'searchable', problem: null, language: tag, ocr: { done: 1, languages: codes } })
    const read = readText(archive.db, id).reader.replace(/\s+/g, ' ')
    expect(characterErrorRate(textOf(language), read)).toBeLessThan(0.03)
  })
})

describe('the words over the picture', () => {
  test('stand where they are drawn, and name their place in the text', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'english')
    await queueOf(archive, pool).drain()
    const id = idOf(archive, 'english.png')
    const source = { db: archive.db, originals: archive.originals, extractor: pool }

    expect(await readPages(source, id)).toEqual({ pages: [{ width: 1000, height: 862 }], outline: [] })
    const layer = await readPageLayer(source, new TextCache(), id, 1)

    const { reader } = readText(archive.db, id)
    expect(layer.source).toBe('ocr')
    expect(layer.confidence).toBeGreaterThan(80)
    expect(layer.words.length).toBeGreaterThan(95)
    for (const word of layer.words) expect(reader.slice(word.start, word.end)).toBe(word.text)
    // Drawn with a margin of 60 pixels: the title's first word begins there, in the first tenth of the height.
    const title = layer.words[0]
    expect(title?.text).toBe('Statement')
    expect(title?.x).toBeCloseTo(0.063, 2)
    expect((title?.y ?? 1) + (title?.height ?? 1)).toBeLessThan(0.14)
    const last = layer.words.at(-1)
    expect(last?.text).toBe('2011.')
    expect(last?.y).toBeGreaterThan(0.8)
  })

  test('stand on a page that lies on its side', async () => {
    const pool = await testPool()
    const archive = newArchive()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'side.bmp'), onItsSide(join(PAGES, 'persian/page.png')))
    await importAll(archive, pool, [folder])
    await queueOf(archive, pool).drain()
    const id = idOf(archive, 'side.bmp')

    expect(characterErrorRate(textOf('persian'), readText(archive.db, id).reader.replace(/\s+/g, ' '))).toBeLessThan(0.05)
    const source = { db: archive.db, originals: archive.originals, extractor: pool }
    const { words } = await readPageLayer(source, new TextCache(), id, 1)
    // Turned clockwise, the right-hand title stands at the right edge, near the bottom, and runs downwards.
    const title = words[0]
    expect(title?.text).toBe('شهادت\u200cنامه')
    expect(title?.x).toBeGreaterThan(0.8)
    expect(title?.y).toBeGreaterThan(0.7)
    expect(title?.height).toBeGreaterThan(title?.width ?? 1)
  })

  test('are those that the search marks', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'persian', 'french')
    await queueOf(archive, pool).drain()
    expect(find(archive, 'كفش‌هایشان')).toEqual(['persian.png'])
    expect(find(archive, '"six noms sur une liste"')).toEqual(['french.png'])
  })
})

describe('the queue', () => {
  test('reads nothing while it is paused, and stays paused after a restart', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'english')
    const first = queueOf(archive, pool)
    first.pause()
    expect(await first.drain()).toMatchObject({ paused: true, waiting: 1, done: 0 })
    await first.close()

    const second = queueOf(archive, pool)
    expect(await second.drain()).toMatchObject({ paused: true, waiting: 1, done: 0 })
    second.resume()
    expect(await second.drain()).toMatchObject({ paused: false, waiting: 0, done: 1 })
  })

  test('begins no page while an import runs', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'english')
    let busy = true
    const queue = queueOf(archive, pool, { isBusy: () => busy })
    expect(await queue.drain()).toMatchObject({ waiting: 1, done: 0, current: null })
    busy = false
    expect(await queue.drain()).toMatchObject({ waiting: 0, done: 1 })
  })

  test('goes on after a restart, and takes in what was read before it', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'english', 'french')
    const read: number[] = []
    // The program ends in the middle of the second page: its answer comes when nobody waits any more.
    const stopping: OcrQueueParts['extractor'] = {
      width: 1,
      run: async (job) => {
        if (job.task === 'ocr' && read.push(job.page) === 2) await queue.close()
        return await pool.run(job)
      }
    }
    const queue = new OcrQueue({
      archive,
      extractor: stopping,
      isBusy: () => false,
      onProgress: () => undefined,
      onCommit: () => undefined
    })
    await queue.drain()
    expect(rows(archive.db, 'SELECT state FROM ocr_page ORDER BY document_id')).toEqual([{ state: 'done' }, { state: 'waiting' }])
    archive.close()

    const reopened = openArchive(archive.directory)
    onTestFinished(() => reopened.close())
    const state = await queueOf(reopened, pool).drain()
    expect(state).toMatchObject({ waiting: 0, done: 2, failed: 0 })
    expect(find(reopened, 'river OR rivière')).toHaveLength(2)
  })

  test('takes in a document whose last page was read just before the end', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'english')
    const failing: OcrQueueParts['extractor'] = {
      width: 1,
      run: async (job) => {
        if (job.task === 'extract') throw new Error('the program ends here')
        return await pool.run(job)
      }
    }
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await queueOf(archive, failing).drain()
    quiet.mockRestore()
    expect(find(archive, 'river')).toEqual([])

    await queueOf(archive, pool).drain()
    expect(find(archive, 'river')).toEqual(['english.png'])
  })

  test('says so when a page can not be read, and tries again when asked', async () => {
    const pool = await testPool()
    const archive = newArchive()
    const folder = temporaryFolder()
    const page = readFileSync(join(PAGES, 'english/page.png'))
    writeFileSync(join(folder, 'torn.png'), page.subarray(0, 200))
    await importAll(archive, pool, [folder])
    const id = idOf(archive, 'torn.png')
    const queue = queueOf(archive, pool)

    expect(await queue.drain()).toMatchObject({ waiting: 0, done: 0, failed: 1 })

    expect(findDetail(archive.db, id)).toMatchObject({ status: 'no-text', problem: { code: 'ocr-failed' }, ocr: { failed: 1 } })
    expect(listAttention(archive.db, 0, 10).problems.map(({ code }) => code)).toEqual(['ocr-failed'])
    queue.retry()
    expect(findDetail(archive.db, id)?.problem?.code).toBe('needs-ocr')
    expect(await queue.drain()).toMatchObject({ waiting: 0, failed: 1 })
    expect(findDetail(archive.db, id)?.problem?.code).toBe('ocr-failed')
  })

  test('reads again in the languages that a person chooses, and only what was read otherwise', async () => {
    const pool = await testPool()
    const archive = await imported(pool, 'persian', 'french')
    const queue = queueOf(archive, pool)
    await queue.drain()
    const languages = (name: string) => findDetail(archive.db, idOf(archive, name))?.ocr?.languages
    const folder = row<{ id: FolderId }>(archive.db, "SELECT id FROM folder WHERE name = 'french'")

    const state = queue.setLanguages({ kind: 'folder', id: folder?.id ?? (0 as FolderId) }, ['fra'])
    expect(state).toMatchObject({ waiting: 1, done: 1 })
    expect(find(archive, 'rivière')).toEqual(['french.png'])
    await queue.drain()
    expect(languages('french.png')).toEqual(['fra'])

    // The document's own choice goes before the archive's, the folder's before that.
    queue.setLanguages({ kind: 'archive' }, ['fas'])
    expect(queue.state()).toMatchObject({ waiting: 0, languages: ['fas'] })
    queue.setLanguages({ kind: 'documents', ids: [idOf(archive, 'persian.png')] }, ['ara', 'fas'])
    await queue.drain()
    expect(languages('persian.png')).toEqual(['ara', 'fas'])
    expect(languages('french.png')).toEqual(['fra'])
  })

  test('takes the language of what is written around a scan', async () => {
    const pool = await testPool()
    const archive = newArchive()
    const folder = scans('arabic')
    for (const [index, paragraph] of readFileSync(join(PAGES, 'arabic/text.txt'), 'utf8').trim().split('\n\n').entries())
      writeFileSync(join(folder, 'arabic', `${index}.txt`), `${paragraph} ${textOf('arabic')}`)
    await importAll(archive, pool, [folder])
    const asked: (readonly string[])[] = []
    await queueOf(archive, {
      width: 1,
      run: async (job) => {
        if (job.task === 'ocr') asked.push(job.languages)
        return await pool.run(job)
      }
    }).drain()
    expect(asked).toEqual([['ara']])
  })
})
