import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { residentBytes, spawnChild } from '#engine/extract/pool/child-process'
import { createExtractPool, type ExtractPool } from '#engine/extract/pool/pool'
import { plainFile } from '#engine/sealed/stored-file'
import { extractEntry } from '#tests/support/extract-entry'
import { pageJob, partJob } from '#tests/support/jobs'

const folder = mkdtempSync(join(tmpdir(), 'sanad-render-'))
const BASE = 'sanad-page://3/'
const RESOURCES = ['page_files/style.css', 'page_files/a.png', 'page_files/img/b.jpg']
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
let pool: ExtractPool

beforeAll(async () => {
  const entry = await extractEntry()
  pool = createExtractPool({ spawn: () => spawnChild(entry), size: 1, residentBytes })
})

afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

function saved(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const page = (file: string, charset: string | null = null) =>
  pool.run(pageJob(file, { charset, resourceBase: BASE, resources: RESOURCES }))

it('renders a saved page with its own parts and lists what it wanted from elsewhere', async () => {
  const file = saved(
    'page.html',
    '<!doctype html><html lang="en"><head><link rel="stylesheet" href="page_files/style.css"><script src="https://evil.test/a.js"></script></head>' +
      '<body><img src="page_files/a.png"><img src="https://evil.test/pixel.gif"><p>Text</p></body></html>'
  )
  const answer = await page(file)
  if (answer.task !== 'page') throw new Error(answer.message)
  expect(answer.html).toContain('href="sanad-page://3/page_files/style.css"')
  expect(answer.html).toContain('src="sanad-page://3/page_files/a.png"')
  expect(answer.html).not.toContain('evil.test')
  expect(answer.attempts.map(({ address }) => address)).toEqual(['https://evil.test/a.js', 'https://evil.test/pixel.gif'])
})

it('renders in the character set a person chose', async () => {
  const bytes = Buffer.concat([Buffer.from('<p>'), Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), Buffer.from('</p>')])
  const answer = await page(saved('legacy.html', bytes), 'windows-1251')
  expect(answer.task === 'page' && answer.html).toContain('<p>Привет</p>')
})

it('filters a style sheet, whose references are relative to itself', async () => {
  const file = saved(
    'style.css',
    '@import "https://evil.test/x.css"; @import "other.css"; a{background:url(a.png)} b{background:url("img/b.jpg")} c{background:url(../page_files/a.png)} d{background:url(../../a.png)} e{background:url(/a.png);color:red}'
  )
  const answer = await pool.run({
    task: 'stylesheet',
    file: plainFile(file),
    key: 'page_files/style.css',
    resourceBase: BASE,
    resources: RESOURCES
  })
  expect(answer).toEqual({
    task: 'stylesheet',
    css: 'a{background:url(sanad-page://3/page_files/a.png)}b{background:url(sanad-page://3/page_files/img/b.jpg)}c{background:url(sanad-page://3/page_files/a.png)}d{}e{color:red}'
  })
})

it('takes the n-th embedded picture out of a page, as the reader text counts them', async () => {
  const gif = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')
  const file = saved(
    'pictures.html',
    `<!doctype html><html lang="en"><body><img src="data:image/gif;base64,${gif.toString('base64')}" alt="first"><p>${'Words of the page, enough to be its content. '.repeat(20)}</p><img src="x.png"><img alt="second" src=" DATA:image/png;base64,${PNG.toString('base64')}"><img src="data:image/svg+xml,x"></body></html>`
  )
  const picture = (index: number) => pool.run(partJob(file, `embedded:${index}`))
  expect(await picture(0)).toEqual({ task: 'part', mediaType: 'image/gif', bytes: new Uint8Array(gif) })
  expect(await picture(1)).toEqual({ task: 'part', mediaType: 'image/png', bytes: new Uint8Array(PNG) })
  expect((await picture(2)).task).toBe('refused')
  expect((await picture(3)).task).toBe('refused')
})

it('refuses what is too complex or not there', async () => {
  const deep = await page(saved('deep.html', '<div>'.repeat(5000)))
  expect(deep.task === 'refused' && deep.code).toBe('too-complex')
  const missing = await page(join(folder, 'missing.html'))
  expect(missing.task === 'refused' && missing.code).toBe('vanished')
})
