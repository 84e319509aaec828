/** Pages and web archives made to harm who opens them. */

import { epubFile } from '#tests/support/epub-file'
import { gzipOfZeros } from '#tests/support/hostile/packed-fill'
import { type MhtmlPart, mhtmlFile } from '#tests/support/mhtml-file'
import { binaryPlistOf, collection, textObject } from '#tests/support/plist-file'
import { response, warcFile, warcRecord } from '#tests/support/warc-file'

const MiB = 1024 * 1024

/** A web archive whose frame is the archive itself. */
const cycle = (): Buffer =>
  binaryPlistOf([
    collection('dictionary', [1, 2, 3, 4]),
    textObject('WebMainResource'),
    textObject('WebSubframeArchives'),
    collection('dictionary', [5, 7, 6, 8]),
    collection('array', [0, 0, 4]),
    textObject('WebResourceURL'),
    textObject('WebResourceData'),
    textObject('https://example.org/'),
    textObject('<p>cycle</p>')
  ])

/** Lists of lists of lists, each twice the one inside it. */
const manyfold = (): Buffer =>
  binaryPlistOf([
    collection('dictionary', [1, 2]),
    textObject('WebSubframeArchives'),
    ...Array.from({ length: 60 }, (_, at) => collection('array', [at + 3, at + 3])),
    textObject('end')
  ])

const deepPlist = (): string =>
  `<?xml version="1.0"?><plist version="1.0"><dict><key>WebMainResource</key>${'<array>'.repeat(100_000)}</dict></plist>`

const warcBomb = (): Buffer => {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n`
  const head = warcRecord({ ...response('https://example.org/', 'text/html', ''), block, length: 1024 * MiB })
    .toString('latin1')
    .trimEnd()
  return gzipOfZeros(`${head}\r\n\r\n`, 1024)
}

/** A page packed once more by its server. */
const packedTwice = (): Buffer =>
  warcFile([
    response('https://example.org/', 'text/html', gzipOfZeros('<p>', 512), { http: ['Content-Encoding: gzip'] }),
    response('https://example.org/good', 'text/html', '<title>Good</title><p>A captured page about the sandpiper.</p>')
  ])

const lyingRecords = (): Buffer =>
  Buffer.concat([
    warcRecord({ ...response('https://example.org/', 'text/html', '<p>whole sandpiper</p>') }),
    warcRecord({ ...response('https://example.org/a', 'text/html', '<p>a</p>'), length: '99999999999999999999' }),
    warcRecord({ ...response('https://example.org/b', 'text/html', '<p>b</p>'), length: -5 })
  ])

const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"'
]

const manyParts = (): Buffer =>
  mhtmlFile(HEAD, 'b', [
    { headers: ['Content-Type: text/html', 'Content-Location: https://example.org/'], content: '<p>parts</p>' },
    ...Array.from(
      { length: 100_000 },
      (): MhtmlPart => ({ headers: ['Content-Type: text/css', 'Content-Location: https://example.org/same'], content: 'a' })
    )
  ])

/** One chapter a hundred thousand times. */
const bookLoop = (): Buffer => {
  const reference = '<itemref idref="i-one-xhtml"/>'
  const book = epubFile({ chapters: { 'one.xhtml': `<p>${'A chapter that comes again. '.repeat(1000)}</p>` } })
  const found = book.toString('latin1').indexOf(reference)
  if (found < 0) throw new Error('the book is written differently now')
  return epubFile({
    chapters: { 'one.xhtml': `<p>${'A chapter that comes again. '.repeat(1000)}</p>` },
    spine: `>${reference.repeat(100_000)}<itemref`
  })
}

const contentsLoop = (): Buffer =>
  epubFile({
    chapters: { 'one.xhtml': '<p>One.</p>' },
    navigation: `${'<ol><li><a href="nav.xhtml">x</a>'.repeat(20_000)}`
  })

/** Every paragraph opens all the elements again that none has closed. */
const misnested = (): string =>
  `<p>needle</p>${Array.from({ length: 3000 }, (_, at) => `<font size=${at}>`).join('')}${'<p>x'.repeat(3000)}`

const attributes = (): string => `<p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=1`).join(' ')}>needle</p>`

const openBrackets = (): string => `<p>needle</p>${'<!--'.repeat(200_000)}${'<a href="'.repeat(100_000)}`

const styles = (): string =>
  `<style>${'@media x{'.repeat(50_000)}${'a:not('.repeat(50_000)}</style><p style="${'a:url('.repeat(20_000)}">needle</p>`

/** A drawing with a script in it under the name of a photograph. */
const svg = (): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script>${'<g>'.repeat(100_000)}</svg>`

export const HOSTILE_PAGES: Readonly<Record<string, () => Buffer | string>> = {
  'cycle.webarchive': cycle,
  'manyfold.webarchive': manyfold,
  'deep.webarchive': deepPlist,
  'bomb.warc.gz': warcBomb,
  'packed twice.warc': packedTwice,
  'lying.warc': lyingRecords,
  'parts.mhtml': manyParts,
  'loop.epub': bookLoop,
  'contents.epub': contentsLoop,
  'misnested.html': misnested,
  'attributes.html': attributes,
  'brackets.html': openBrackets,
  'styles.html': styles,
  'photograph.jpg': svg
}
