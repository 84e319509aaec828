import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ExtractAnswer } from '#engine/extract/job'
import { runJob } from '#engine/extract/pool/run-job'
import { EPUB_CASES } from '#tests/support/epub-cases'
import { containerOf, epubFile } from '#tests/support/epub-file'
import { extractJob, partJob } from '#tests/support/jobs'
import { dotPicture } from '#tests/support/pictures'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

const EPUB = { mediaType: 'application/epub+zip' } as const

function written(bytes: Uint8Array): string {
  const file = join(temporaryFolder(), 'book.epub')
  writeFileSync(file, bytes)
  return file
}

const read = (bytes: Uint8Array): Promise<ExtractAnswer> => runJob(extractJob(written(bytes)))

const report = (): Buffer => EPUB_CASES['report-with-notes']?.() ?? Buffer.alloc(0)

it('gives the pictures of a book, by path and from the markup, and nothing else', async () => {
  const chapter = `<h1>One</h1><img src="data:image/png;base64,${dotPicture().toString('base64')}" alt="dot"/>`
  const file = written(
    epubFile({
      chapters: { 'a b.xhtml': chapter },
      files: { 'p.png': { type: 'image/png', content: dotPicture() }, 'p.svg': { type: 'image/svg+xml', content: '<svg/>' } }
    })
  )
  const png = expect.objectContaining({ task: 'part', mediaType: 'image/png', bytes: new Uint8Array(dotPicture()) })
  expect(await runJob(partJob(file, 'OEBPS/p.png', EPUB))).toEqual(png)
  expect(await runJob(partJob(file, 'OEBPS/a b.xhtml#embedded:0', EPUB))).toEqual(png)
  for (const key of ['OEBPS/p.svg', 'OEBPS/a b.xhtml', 'OEBPS/a b.xhtml#embedded:1', '../OEBPS/p.png', 'mimetype', ''])
    expect(await runJob(partJob(file, key, EPUB))).toMatchObject({ task: 'refused' })
})

it.each([
  ['a package that declares entities', 'bomb', bombPackage()],
  ['a book cut off before its list of files', 'damaged', report().subarray(0, 2000)],
  ['an archive with the name of a book', 'damaged', zipFile([{ name: 'a.txt', content: 'words' }])],
  ['chapters that are all missing', 'damaged', zipFile([...packageAround('<itemref idref="a"/>')])],
  ['a package nested without end', 'too-complex', zipFile([...packageAround('<a>'.repeat(100_000))])]
])('refuses %s', async (_, code, bytes) => {
  expect(await read(bytes)).toMatchObject({ document: { problem: { code } } })
})

function bombPackage(): Buffer {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
  return zipFile([
    { name: 'META-INF/container.xml', content: containerOf('a.opf') },
    { name: 'a.opf', content: `<?xml version="1.0"?><!DOCTYPE package [<!ENTITY e0 "lol">${entities}]><package>&e9;</package>` }
  ])
}

function packageAround(spine: string): readonly { name: string; content: string }[] {
  return [
    { name: 'META-INF/container.xml', content: containerOf('a.opf') },
    {
      name: 'a.opf',
      content: `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest><spine>${spine}</spine></package>`
    }
  ]
}

it('takes a chapter that is a bomb for a damaged one, and reads the others', async () => {
  const chapters = { 'a.xhtml': `<p>${'x'.repeat(40 * 1024 * 1024)}</p>`, 'b.xhtml': '<h1>Two</h1><p>The heron.</p>' }
  expect(await read(epubFile({ chapters }))).toMatchObject({
    task: 'extract',
    document: { status: 'simplified', problem: { message: 'Chapters that are missing or damaged: 1 of 2.' }, wordCount: 3 }
  })
})

it('reads a table of contents with a hundred thousand entries, and one that is no XML, in time', async () => {
  const points = '<navPoint><navLabel><text>x</text></navLabel><content src="a.xhtml#y"/></navPoint>'.repeat(100_000)
  for (const contents of [points, '<navPoint'.repeat(10_000)])
    expect(await read(epubFile({ chapters: { 'a.xhtml': '<h1>One</h1>' }, points: contents }))).toMatchObject({
      task: 'extract',
      document: { status: 'searchable' }
    })
})
