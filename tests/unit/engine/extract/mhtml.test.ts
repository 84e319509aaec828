import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { extractJob, pageJob, partJob } from '#tests/support/jobs'
import { MHTML_CASES } from '#tests/support/mhtml-cases'
import { type MhtmlPart, mhtmlFile } from '#tests/support/mhtml-file'
import { dotPicture } from '#tests/support/pictures'
import { temporaryFolder } from '#tests/support/temporary'

const MHTML = { mediaType: 'multipart/related' } as const
const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://a.example/',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="b"; type="text/html"'
]

function written(bytes: Uint8Array | undefined): string {
  const file = join(temporaryFolder(), 'page.mhtml')
  writeFileSync(file, bytes ?? '')
  return file
}

const page = (content: string, address = 'https://a.example/'): MhtmlPart => ({
  headers: ['Content-Type: text/html; charset=utf-8', `Content-Location: ${address}`],
  content
})

it('shows the page with its own pictures and styles, and nothing from elsewhere', async () => {
  const file = written(MHTML_CASES['chrome-persian-with-frame']?.())
  const shown = await runJob(pageJob(file, MHTML))
  if (shown.task !== 'page') throw new Error('no page')
  expect(shown.html).toContain('src="sanad-page://d1/https%3A%2F%2Fdarvan.example%2Fmedia%2Fwell.png"')
  expect(shown.html).toContain('<link rel="stylesheet" href="sanad-page://d1/cid%3Acss-1%40mhtml.blink"')
  expect(shown.html).not.toMatch(/elsewhere|iframe/)
  expect(shown.attempts.map(({ address }) => address)).toEqual(['https://elsewhere.example/lost.png'])
  const style = await runJob(partJob(file, 'cid:css-1@mhtml.blink', MHTML))
  if (style.task !== 'part') throw new Error('no style')
  expect(style.mediaType).toBe('text/css')
  expect(Buffer.from(style.bytes).toString()).toContain('url(sanad-page://d1/https%3A%2F%2Fdarvan.example%2Fmedia%2Fwell.png)')
  const picture = await runJob(partJob(file, 'https://darvan.example/media/well.png', MHTML))
  expect(picture).toMatchObject({ task: 'part', mediaType: 'image/png', bytes: dotPicture() })
  for (const key of ['https://darvan.example/', 'cid:frame-2@mhtml.blink', 'well.png', ''])
    expect(await runJob(partJob(file, key, MHTML))).toMatchObject({ task: 'refused' })
})

it('shows pictures of pages from a disk under the address they had there', async () => {
  const file = written(MHTML_CASES['word-with-header']?.())
  const shown = await runJob(pageJob(file, MHTML))
  expect(shown).toMatchObject({
    html: expect.stringContaining('src="sanad-page://d1/file%3A%2F%2F%2FC%3A%2F2B0F%2FStatement_files%2Fimage001.png"')
  })
})

it('reads a page among ten thousand parts, and says that not all were taken apart', async () => {
  const parts = Array.from({ length: 10_000 }, (_, at): MhtmlPart => page('<p>part', `https://a.example/${at}`))
  const file = written(mhtmlFile(HEAD, 'b', [page('<h1>Main</h1><p>The heron.</p>'), ...parts]))
  expect(await runJob(extractJob(file))).toMatchObject({
    task: 'extract',
    document: { status: 'simplified', problem: { code: 'partly-read', message: expect.stringContaining('5,000 parts') } }
  })
})

it('does not follow frames that hold each other', async () => {
  const frame = (id: string, other: string): MhtmlPart => ({
    headers: ['Content-Type: text/html', `Content-ID: <${id}>`],
    content: `<p>Frame ${id}</p><iframe src="cid:${other}"></iframe><img src="cid:${id}"><img src="cid:${other}">`
  })
  const file = written(mhtmlFile(HEAD, 'b', [page('<p>Main</p><iframe src="cid:x"></iframe>'), frame('x', 'y'), frame('y', 'x')]))
  expect(await runJob(extractJob(file))).toMatchObject({
    task: 'extract',
    document: { status: 'searchable', wordCount: 1, index: { rest: expect.stringMatching(/frame x.*frame y/) } }
  })
})

it.each([
  ['a boundary inside a boundary inside a boundary', nestedBoundaries()],
  ['boundary lines and nothing else', Buffer.from(`${HEAD.join('\r\n')}\r\n\r\n${'--b\r\n'.repeat(1_000_000)}`)],
  ['a head without end', Buffer.from(`${HEAD.join('\r\n')}\r\n${'Subject: x\r\n'.repeat(200_000)}`)]
])('reads %s in time', async (_, bytes) => {
  const answer = await runJob(extractJob(written(bytes)))
  expect(['extract', 'refused']).toContain(answer.task)
})

function nestedBoundaries(): Buffer {
  const head = (at: number): string => `Content-Type: multipart/related; boundary="${at}"\r\n\r\n--${at}\r\n`
  return Buffer.from(
    `${HEAD.join('\r\n')}\r\n\r\n--b\r\n${Array.from({ length: 50_000 }, (_, at) => head(at)).join('')}Content-Type: text/html\r\n\r\n<p>deep`
  )
}
