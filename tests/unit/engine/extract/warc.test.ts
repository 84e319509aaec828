import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, deflateRawSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { ExtractedDocument } from '#engine/extract/job'
import { runJob } from '#engine/extract/pool/run-job'
import { roomFor } from '#engine/extract/room'
import { extractJob } from '#tests/support/jobs'
import { dotPicture } from '#tests/support/pictures'
import { temporaryFolder } from '#tests/support/temporary'
import { response, warcFile, warcRecord } from '#tests/support/warc-file'
import { zipFile } from '#tests/support/zip-file'

const MiB = 1024 * 1024
const page = (name: string, body = `<h1>${name}</h1>`) => response(`https://a.example/${name}`, 'text/html', body)

async function read(
  bytes: Uint8Array,
  changes: Parameters<typeof extractJob>[1] = {},
  name = 'a.warc'
): Promise<ExtractedDocument> {
  const folder = temporaryFolder()
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const spool = join(folder, 'spool')
  mkdirSync(spool)
  const answer = await runJob(
    extractJob(file, { spool: { path: spool, seal: null }, room: roomFor(statSync(file).size), ...changes })
  )
  if (answer.task !== 'extract') throw new Error(JSON.stringify(answer))
  return answer.document
}

const paths = ({ members }: ExtractedDocument): string[] =>
  members.map((member) => `${member.kind} ${member.kind === 'resource' ? member.key : member.path}`)

/** A gzip member of `mebibytes` of zeros after `head`, a thousand times smaller. */
function bomb(head: Uint8Array, mebibytes: number): Buffer {
  const zeros = Buffer.alloc(4 * MiB)
  const flush = { finishFlush: constants.Z_FULL_FLUSH }
  const piece = deflateRawSync(zeros, flush)
  const body = Array.from({ length: mebibytes / 4 }, () => piece)
  return Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]),
    deflateRawSync(head, flush),
    ...body,
    deflateRawSync(Buffer.alloc(0)),
    Buffer.alloc(8)
  ])
}

it('gives up a packed record that is a bomb, and goes on with the next', async () => {
  const { url, block, ...rest } = response('https://a.example/zeros.html', 'text/html', '<p>')
  const head = warcRecord({ ...rest, url: url ?? '', block, length: 400 * MiB }).subarray(0, -4)
  const document = await read(
    Buffer.concat([gzipSync(warcRecord(page('before'))), bomb(head, 400), gzipSync(warcRecord(page('after')))])
  )
  expect(document.problem?.code).toBe('partly-read')
  expect(paths(document)).toEqual([
    'document a.example/before.html',
    'refused a.example/zeros.html',
    'document a.example/after.html'
  ])
  expect(document.members[1]).toMatchObject({ code: 'bomb' })
})

it('gives up a body that is a bomb, and goes on with the next', async () => {
  const packed = response('https://a.example/zeros.html', 'text/html', bomb(Buffer.from('<p>'), 400), {
    http: ['Content-Encoding: gzip']
  })
  const document = await read(warcFile([packed, page('after')]))
  expect(paths(document)).toEqual(['refused a.example/zeros.html', 'document a.example/after.html'])
})

it('stops where there is no room left, and keeps what came before', async () => {
  const pages = Array.from({ length: 50 }, (_, at) => page(`p${at}`))
  const room = { ...roomFor(0), files: 10 }
  const document = await read(warcFile(pages), { room })
  expect(document).toMatchObject({ status: 'failed', problem: { code: 'too-many-files' } })
  expect(document.members).toHaveLength(10)
})

it('only counts where nothing is to be taken out', async () => {
  const document = await read(warcFile([page('a'), page('b')]), { spool: null })
  expect(document).toMatchObject({ status: 'container', members: [] })
})

it('takes an archive that is packed as one', async () => {
  expect(paths(await read(gzipSync(warcFile([page('a'), page('b')]))))).toEqual([
    'document a.example/a.html',
    'document a.example/b.html'
  ])
})

it('takes whole answers in parts, and no others', async () => {
  const part = (name: string, range: string) =>
    response(`https://a.example/${name}.mp4`, 'video/mp4', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), {
      status: '206 Partial Content',
      http: [`Content-Range: bytes ${range}`]
    })
  const document = await read(warcFile([part('whole', '0-23/24'), part('start', '0-23/9999'), part('end', '500-523/524')]))
  expect(paths(document)).toEqual(['document a.example/whole.mp4'])
  expect(document.facts).toContainEqual({ name: 'left-out-entries', value: '2' })
})

it.each([
  ['headers without end', Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(300_000)}`)],
  ['one line without end', Buffer.concat([Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nX: '), Buffer.alloc(20 * MiB, 0x61)])],
  ['a million empty records', Buffer.from('WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n'.repeat(200_000))],
  ['a million lines that are no records', Buffer.concat([Buffer.from('WARC/1.0\r\n\r\n'), Buffer.alloc(2 * MiB, '\n\nx')])],
  [
    'marks of packed records and nothing behind them',
    Buffer.concat([gzipSync('WARC/1.0\r\n'), Buffer.alloc(3 * MiB, '\x1f\x8b\x08\0', 'latin1')])
  ],
  [
    'chunks without end',
    warcFile([
      {
        type: 'response',
        url: 'https://a.example/',
        block: `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(500_000)}`
      }
    ])
  ]
])('reads %s in time', async (_, bytes) => {
  expect((await read(bytes)).status).toBe('container')
})

it('names pages of a packed web archive by their titles, and reads archives that were packed a second time', async () => {
  const list = [
    { format: 'json-pages-1.0', title: 'All pages' },
    { url: 'https://a.example/one', title: 'چاه‌های دروان / بخش یک', ts: '2020-12-09T10:11:12Z' },
    { url: 'https://a.example/two', title: 'https://a.example/two' }
  ]
  const wacz = zipFile([
    { name: 'archive/one.warc.gz', content: gzipSync(warcRecord(page('one'))), method: 'stored' },
    { name: 'archive/two.warc.gz', content: gzipSync(warcRecord(page('two'))) },
    { name: 'archive/three.warc', content: warcFile([page('three')]) },
    { name: 'archive/readme.txt', content: 'not an archive' },
    { name: 'pages/pages.jsonl', content: `${list.map((line) => JSON.stringify(line)).join('\n')}\nnot json` },
    { name: 'datapackage.json', content: JSON.stringify({ title: 'The wells', software: 'Crawler', resources: 5 }) }
  ])
  const document = await read(wacz, {}, 'a.wacz')
  expect(paths(document)).toEqual([
    'document a.example/چاه‌های دروان ∕ بخش یک.html',
    'document a.example/two.html',
    'document a.example/three.html'
  ])
  expect(document.facts).toContainEqual({ name: 'subject', value: 'The wells' })
})

it('reads the other archives of a packed one when one is damaged', async () => {
  const damaged = gzipSync(warcRecord(page('one')))
  damaged.fill(0x55, 30, 60)
  const wacz = zipFile([
    { name: 'archive/one.warc.gz', content: damaged, method: 'stored' },
    { name: 'archive/two.warc.gz', content: gzipSync(warcRecord(page('two'))), method: 'stored' }
  ])
  expect(await read(wacz, {}, 'a.wacz')).toMatchObject({
    problem: { code: 'partly-read' },
    members: [{ path: 'a.example/two.html' }]
  })
})

it('keeps the pictures it met before there was no room left', async () => {
  const picture = response('https://a.example/p.png', 'image/png', dotPicture())
  const document = await read(warcFile([picture, page('a'), page('b'), page('c')]), { room: { ...roomFor(0), files: 2 } })
  expect(document.problem?.code).toBe('too-many-files')
  expect(paths(document)).toEqual(['document a.example/a.html', 'document a.example/p.png'])
})
