/** The golden cases of WARC: what the files under `tests/fixtures/warc` are made of. */
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { bitmap, dotPicture } from '#tests/support/pictures'
import { digest, request, response, warcFile, warcRecord } from '#tests/support/warc-file'
import { zipFile } from '#tests/support/zip-file'

const SITE = 'https://darvan.example'
const STATEMENT =
  'The wells of Darvan were sealed in the winter of 1979, and the people of the lower village carried water from the river until spring.'

const CAPTURED_PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The wells</title><link rel="stylesheet" href="/style/main.css"></head><body><article><h1>The wells</h1><p>${STATEMENT}</p><p>${STATEMENT.replaceAll('wells', 'orchards')}</p><img src="../media/well.png?w=1#top" alt="A well"><img srcset="/media/small.png 1x, /media/large.png 2x" alt="Sizes"></article></body></html>`
const CAPTURED_STYLE = 'body { background: url("../media/paper.png") } h1 { color: teal }'

/** A crawl of one page with what it shows, and everything else a crawl brings. */
const crawl = [
  {
    type: 'warcinfo',
    headers: ['Content-Type: application/warc-fields'],
    block: 'software: Crawler of Nehrin 1.0\r\nisPartOf: Wells of Darvan\r\n'
  },
  request(`${SITE}/news/wells.html`, `${SITE}/`),
  response(`${SITE}/news/wells.html`, 'text/html; charset=utf-8', CAPTURED_PAGE),
  response(`${SITE}/style/main.css`, 'text/css', CAPTURED_STYLE),
  response(`${SITE}/media/well.png?w=1`, 'image/png', dotPicture()),
  response(`${SITE}/media/large.png`, 'image/png', dotPicture()),
  response(`${SITE}/media/paper.png`, 'image/png', dotPicture()),
  response(
    `${SITE}/gallery/photo.bmp`,
    'image/bmp',
    bitmap(2, 2, () => 0x40)
  ),
  request(`${SITE}/media/pixel.gif`, `${SITE}/news/wells.html`),
  response(`${SITE}/media/pixel.gif`, 'image/gif', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')),
  response(`${SITE}/app.js`, 'application/javascript', 'console.log("not read")'),
  response(`${SITE}/old`, 'text/html', '<a href="/news/wells.html">moved</a>', {
    status: '301 Moved',
    http: [`Location: ${SITE}/news/wells.html`]
  }),
  response(`${SITE}/lost.html`, 'text/html', `<h1>Not here any more</h1><p>${STATEMENT}</p>`, { status: '404 Not Found' }),
  response(`${SITE}/api/wells.json?lang=fa`, 'application/json', '{"well": "چاه‌های دروان"}'),
  response(`${SITE}/notes.txt`, 'text/plain; charset=windows-1252', Buffer.from('La rivi\u00e8re \u00e9tait basse.', 'latin1')),
  { type: 'metadata', url: `${SITE}/news/wells.html`, block: 'via: nothing\r\n' },
  {
    type: 'resource',
    url: `urn:text:${SITE}/news/wells.html`,
    headers: ['Content-Type: text/plain'],
    block: 'Text as it was shown.'
  },
  {
    type: 'resource',
    url: `urn:pageinfo:${SITE}/news/wells.html`,
    headers: ['Content-Type: application/json'],
    block: '{"a": 1}'
  },
  {
    type: 'response',
    url: 'dns:darvan.example',
    headers: ['Content-Type: text/dns'],
    block: '20201209 darvan.example. 1 IN A 192.0.2.1'
  }
]

/** One address on three days: changed once, then captured unchanged; and what was unchanged since another file. */
const again = [
  response(`${SITE}/day`, 'text/html', '<h1>Monday</h1><p>Three trucks at the well.</p>', { date: '2020-12-07T08:00:00Z' }),
  response(`${SITE}/day`, 'text/html', '<h1>Tuesday</h1><p>No trucks at the well.</p>', { date: '2020-12-08T08:00:00Z' }),
  {
    type: 'revisit',
    url: `${SITE}/day`,
    date: '2020-12-09T08:00:00Z',
    headers: [`WARC-Payload-Digest: ${digest('<h1>Tuesday</h1><p>No trucks at the well.</p>')}`],
    block: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
  },
  {
    type: 'revisit',
    url: `${SITE}/elsewhere`,
    date: '2020-12-09T08:00:00Z',
    headers: ['WARC-Payload-Digest: sha1:unknown', `WARC-Refers-To-Target-URI: ${SITE}/unknown`],
    block: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
  }
]

const chunked = (body: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(body)
  const half = Math.floor(bytes.length / 2)
  const part = (piece: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`${piece.length.toString(16)};ext=1\r\n`), piece, Buffer.from('\r\n')])
  return Buffer.concat([part(bytes.subarray(0, half)), part(bytes.subarray(half)), Buffer.from('0\r\nTrailer: x\r\n\r\n')])
}

/** What is packed for the way, as sent and as stored undone under the same head. */
function encodings(): Buffer {
  const html = (name: string): string => `<h1>${name}</h1><p>${STATEMENT}</p>`
  const packed = (name: string, encoding: string, body: Uint8Array, ...http: readonly string[]) =>
    response(`${SITE}/${name}.html`, 'text/html', body, { http: [`Content-Encoding: ${encoding}`, ...http] })
  return warcFile([
    packed('gzip', 'gzip', gzipSync(html('gzip'))),
    packed('deflate', 'deflate', deflateRawSync(html('deflate'))),
    packed('brotli-chunked', 'br', chunked(brotliCompressSync(html('brotli'))), 'Transfer-Encoding: chunked'),
    packed('undone', 'br', Buffer.from(html('undone')), 'Transfer-Encoding: chunked'),
    packed('cut', 'gzip', gzipSync(html('cut')).subarray(0, 60)),
    response(`${SITE}/lying-type`, 'text/html', dotPicture()),
    response(`${SITE}/without-type/`, '', html('no type'))
  ])
}

/** Lengths that lie, lines that are none, and a last record that breaks off. */
function lying(): Buffer {
  const page = (name: string) => response(`${SITE}/${name}`, 'text/html', `<h1>${name}</h1><p>${STATEMENT}</p>`)
  return Buffer.concat([
    warcRecord({ ...page('short'), length: 60 }),
    warcRecord({ ...page('none'), length: 'many' }),
    warcRecord({ ...page('negative'), length: -5 }),
    Buffer.from('no record at all\r\n\r\n'),
    warcRecord(page('good')),
    warcRecord({ ...page('beyond'), length: 1_000_000 })
  ])
}

/** Packed record by record, one damaged in its middle, the last cut off. */
function damagedPacked(): Buffer {
  const page = (name: string): Buffer =>
    gzipSync(warcRecord(response(`${SITE}/${name}`, 'text/html', `<h1>${name}</h1><p>${STATEMENT}</p>`)))
  const damaged = page('damaged')
  damaged.fill(0xff, 120, 160)
  return Buffer.concat([page('first'), damaged, page('third'), page('last').subarray(0, 200)])
}

/** The form before WARC, version 1. */
function arc(): Buffer {
  const record = (url: string, type: string, block: string): Buffer =>
    Buffer.from(`${url} 192.0.2.1 20011209101112 ${type} ${Buffer.byteLength(block)}\n${block}\n`)
  return Buffer.concat([
    record('filedesc://nehrin.arc', 'text/plain', '1 0 Nehrin\nURL IP-address Archive-date Content-type Archive-length\n'),
    record('dns:darvan.example', 'text/dns', '20011209'),
    record(
      'http://darvan.example/old.htm',
      'text/html',
      `HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>Old page</title><body><p>${STATEMENT}</p></body></html>`
    )
  ])
}

/** By the name of the case, with the extension of its file. */
export const WARC_CASES: Readonly<Record<string, Readonly<{ extension: string; make: () => Buffer }>>> = {
  'crawl-of-one-page': { extension: 'warc', make: () => warcFile(crawl) },
  'packed-by-record': { extension: 'warc.gz', make: () => warcFile(crawl, { gzip: true }) },
  'captured-again': { extension: 'warc', make: () => warcFile(again) },
  'encoded-for-the-way': { extension: 'warc', make: encodings },
  'lying-lengths': { extension: 'warc', make: lying },
  'packed-and-damaged': { extension: 'warc.gz', make: damagedPacked },
  'arc-of-2001': { extension: 'arc', make: arc }
}

/** A packed web archive as crawlers for browsers write it: lists of pages in two places, one archive packed, one not. */
function wacz(): Buffer {
  const list = (...pages: readonly object[]): string =>
    [{ format: 'json-pages-1.0', id: 'pages', title: 'All pages' }, ...pages].map((page) => `${JSON.stringify(page)}\n`).join('')
  const persian = response(
    `${SITE}/fa/`,
    'text/html; charset=utf-8',
    '<html lang="fa"><body><p>چاه‌ها را در زمستان بستند.</p></body></html>'
  )
  return zipFile([
    { name: 'archive/data-0.warc.gz', content: warcFile(crawl, { gzip: true }), method: 'stored' },
    { name: 'archive/data-1.warc', content: warcFile([persian]), method: 'stored' },
    { name: 'indexes/index.cdx', content: 'never read', method: 'stored' },
    {
      name: 'pages/pages.jsonl',
      content: list({ id: '1', url: `${SITE}/news/wells.html`, title: 'The wells', ts: '2020-12-09T10:11:12Z' }),
      method: 'stored'
    },
    {
      name: 'pages/extraPages.jsonl',
      content: list({ id: '2', url: `${SITE}/fa/`, title: 'چاه‌های دروان / خبر' }),
      method: 'stored'
    },
    {
      name: 'datapackage.json',
      content: JSON.stringify({
        profile: 'data-package',
        title: 'Wells of Darvan',
        created: '2020-12-10T00:00:00Z',
        software: 'Crawler 1.0'
      }),
      method: 'stored'
    }
  ])
}

/** One archive in it damaged, the list of pages no list, names that climb. */
function damagedWacz(): Buffer {
  return zipFile([
    { name: 'archive/data-0.warc.gz', content: damagedPacked(), method: 'stored' },
    {
      name: 'archive/../../up.warc.gz',
      content: warcFile([response('https://nehrin.example/../../../etc/passwd', 'text/html', `<p>${STATEMENT}</p>`)], {
        gzip: true
      }),
      method: 'stored'
    },
    { name: 'pages/pages.jsonl', content: '{"url": 5, "title": []}\n{"url": "https:', method: 'stored' },
    { name: 'datapackage.json', content: '[]', method: 'stored' }
  ])
}

/** By the name of the case. */
export const WACZ_CASES: Readonly<Record<string, () => Buffer>> = { 'crawl-with-titles': wacz, 'damaged-archive': damagedWacz }
