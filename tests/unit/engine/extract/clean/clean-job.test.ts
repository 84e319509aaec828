import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanJob } from '#engine/extract/clean/clean-job'
import { jpegSegments } from '#engine/extract/clean/picture/jpeg-segments'
import { pictureOrientation } from '#engine/extract/image/picture-orientation'
import { tiffPages } from '#engine/extract/image/tiff'
import { runJob } from '#engine/extract/pool/run-job'
import { openZip } from '#engine/extract/zip/open-zip'
import { plainFile } from '#engine/sealed/stored-file'
import { allReadable } from '#tests/support/all-readable'
import { openFileOf } from '#tests/support/open-file'
import { tellingDocx, tellingOdt, tellingPdf, tellingXlsx } from '#tests/support/telling-documents'
import { SECRETS, tellingGif, tellingJpeg, tellingPng, tellingTiff, tellingWebp } from '#tests/support/telling-pictures'
import { temporaryFolder } from '#tests/support/temporary'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PNG = readFileSync(join('tests/fixtures/ocr', firstPng()))

function firstPng(): string {
  const name = readdirSync('tests/fixtures/ocr', { recursive: true, encoding: 'utf8' }).find((one) => one.endsWith('.png'))
  if (name === undefined) throw new Error('no PNG among the fixtures')
  return name
}

async function cleaned(bytes: Uint8Array, mediaType: string) {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, bytes)
  const answer = await cleanJob({ task: 'clean', file: plainFile(file), mediaType, bytes: true })
  if (answer.task !== 'clean' || answer.bytes === null) throw new Error(JSON.stringify(answer))
  return { ...answer, bytes: Buffer.from(answer.bytes) }
}

describe('a copy without metadata holds none of what the file tells of its makers', () => {
  const cases = {
    jpeg: [
      tellingJpeg(),
      'image/jpeg',
      ['place', 'author', 'device', 'time', 'program', 'maker-note', 'thumbnail', 'description']
    ],
    png: [tellingPng(PNG), 'image/png', ['author', 'program', 'time', 'place']],
    webp: [tellingWebp(), 'image/webp', ['author', 'device', 'place']],
    gif: [tellingGif(), 'image/gif', ['description', 'packet']],
    tiff: [tellingTiff(), 'image/tiff', ['author', 'device', 'place', 'program']],
    pdf: [tellingPdf(), 'application/pdf', ['author', 'program', 'time', 'packet', 'id', 'path', 'place', 'revision']],
    docx: [tellingDocx(), WORD, ['author', 'program', 'time', 'path', 'revision', 'thumbnail', 'place', 'id']],
    xlsx: [tellingXlsx(), EXCEL, ['author', 'path', 'printer']],
    odt: [
      tellingOdt(),
      'application/vnd.oasis.opendocument.text',
      ['author', 'program', 'path', 'printer', 'revision', 'thumbnail', 'place']
    ]
  } as const
  test.each(Object.entries(cases))('%s', async (_name, [bytes, mediaType, kinds]) => {
    const { removed, left, bytes: copy } = await cleaned(bytes, mediaType)
    expect([...new Set(removed.map(({ kind }) => kind))]).toEqual(expect.arrayContaining([...kinds]))
    expect(left).toEqual([])
    const [before, all] = [await allReadable(Buffer.from(bytes)), await allReadable(copy)]
    expect(before).toContain(SECRETS.person)
    for (const secret of Object.values(SECRETS)) expect(all, secret).not.toContain(secret)
    // Cleaning a clean copy changes nothing.
    expect((await cleaned(copy, mediaType)).removed).toEqual([])
  })
})

test('the picture of a JPEG is copied as it is packed, and only how it was held is said of it', async () => {
  const scans = (bytes: Uint8Array) =>
    [...jpegSegments(bytes)].filter(({ kind }) => kind === 'scan').map((one) => Buffer.from(one.bytes))
  const { bytes, remains } = await cleaned(tellingJpeg(), 'image/jpeg')
  expect(scans(bytes)).toEqual(scans(tellingJpeg()))
  expect(await pictureOrientation(bytes, 'image/jpeg')).toBe(6)
  expect(remains.map(({ code }) => code)).toContain('orientation')
  const upright = await cleaned(tellingJpeg({ orientation: 1 }), 'image/jpeg')
  expect([...jpegSegments(upright.bytes)].some(({ marker }) => marker === 0xe1)).toBe(false)
})

test('pages of a TIFF keep their pixels, and the file begins to end with what is drawn', async () => {
  const { bytes } = await cleaned(tellingTiff(), 'image/tiff')
  const [page] = tiffPages(bytes)
  expect(page).toMatchObject({ width: 8, height: 8 })
  expect(bytes.includes(Buffer.alloc(64, 0x80))).toBe(true)
  expect(bytes.length).toBeLessThan(300)
})

test.each([
  ['docx', tellingDocx(), WORD, { comments: '1', 'tracked-changes': '1' }],
  ['odt', tellingOdt(), 'application/vnd.oasis.opendocument.text', { comments: '1' }],
  ['xlsx', tellingXlsx(), EXCEL, {}],
  ['pdf', tellingPdf(), 'application/pdf', { comments: '1', 'embedded-files': 'a.txt' }]
] as const)('what is written in a %s stays, and what remains is named', async (name, original, mediaType, named) => {
  const { bytes, remains } = await cleaned(original, mediaType)
  const file = join(temporaryFolder(), `copy.${name}`)
  writeFileSync(file, bytes)
  const room = { bytes: 1e9, files: 100, archives: 3, levels: 8 }
  const asked = { name: file, charset: null, password: null, declared: null, ocr: [], spool: null, room }
  const read = await runJob({ task: 'extract', file: plainFile(file), ...asked })
  if (read.task !== 'extract') throw new Error(read.task)
  expect(read.document).toMatchObject({ status: 'searchable', mediaType, author: null, problem: null })
  expect(read.document.index.body).toContain(name === 'pdf' ? 'what is on the page stays' : 'what is written stays')
  expect(Object.fromEntries(remains.map(({ code, detail }) => [code, detail]))).toMatchObject({ 'names-in-text': null, ...named })
})

test('every part of a clean package has the same time, and no field for the computer', async () => {
  const { bytes } = await cleaned(tellingDocx(), WORD)
  const zip = await openZip(openFileOf(bytes), { maxEntries: 100 })
  expect(new Set(zip.entries.map(({ modifiedAt }) => modifiedAt)).size).toBe(1)
  expect(zip.entries.map(({ name }) => name)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'word/document.xml',
    'word/_rels/document.xml.rels',
    'word/comments.xml',
    'word/settings.xml',
    'word/_rels/settings.xml.rels',
    'word/media/image1.jpeg'
  ])
})

test('a locked PDF and a type that can not be cleaned are refused', async () => {
  const locked = await runJob({
    task: 'clean',
    file: plainFile('tests/fixtures/pdf/locked/source.pdf'),
    mediaType: 'application/pdf',
    bytes: true
  })
  expect(locked).toMatchObject({ task: 'refused', code: 'locked' })
  const heic = await runJob({
    task: 'clean',
    file: plainFile('tests/fixtures/image/heic-with-place/source.heic'),
    mediaType: 'image/heic',
    bytes: true
  })
  expect(heic).toMatchObject({ task: 'refused', code: 'not-readable-yet' })
})
