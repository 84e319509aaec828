import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runJob } from '#engine/extract/pool/run-job'
import { extractJob, pageJob, partJob } from '#tests/support/jobs'
import { dotPicture } from '#tests/support/pictures'
import { binaryPlist, binaryPlistOf, collection, textObject } from '#tests/support/plist-file'
import { temporaryFolder } from '#tests/support/temporary'
import { CYCLIC_WEBARCHIVE, WEBARCHIVE_CASES } from '#tests/support/webarchive-cases'

const TYPE = { mediaType: 'application/x-webarchive' } as const
const DOT = 'https://darvan.example/well.png'

function written(bytes: Uint8Array | undefined): string {
  const file = join(temporaryFolder(), 'page.webarchive')
  writeFileSync(file, bytes ?? '')
  return file
}

it.each(['page-with-frame', 'in-xml'])('shows the page %s with its own pictures and styles', async (name) => {
  const file = written(WEBARCHIVE_CASES[name]?.())
  const shown = await runJob(pageJob(file, TYPE))
  if (shown.task !== 'page') throw new Error(JSON.stringify(shown))
  expect(shown.html).toContain(`src="sanad-page://d1/${encodeURIComponent(DOT)}"`)
  expect(shown.html).toContain(`href="sanad-page://d1/${encodeURIComponent('https://darvan.example/main.css')}"`)
  expect(shown.html).not.toMatch(/lost\.png|iframe/)
  const style = await runJob(partJob(file, 'https://darvan.example/main.css', TYPE))
  if (style.task !== 'part') throw new Error(JSON.stringify(style))
  expect(Buffer.from(style.bytes).toString()).toContain(`url(sanad-page://d1/${encodeURIComponent(DOT)})`)
  expect(await runJob(partJob(file, DOT, TYPE))).toMatchObject({ task: 'part', mediaType: 'image/png', bytes: dotPicture() })
  expect(await runJob(partJob(file, 'https://darvan.example/lost.png', TYPE))).toMatchObject({ task: 'refused' })
})

/** Each array holds the next one ten times: a billion values in a few hundred bytes. */
function billion(): Buffer {
  const arrays = Array.from({ length: 9 }, (_, at) => collection('array', new Array<number>(10).fill(at + 4)))
  return binaryPlistOf([
    collection('dictionary', [1, 2, 2, 3]),
    textObject('WebMainResource'),
    textObject('WebSubresources'),
    ...arrays,
    textObject('x')
  ])
}

it.each([
  ['that holds itself', CYCLIC_WEBARCHIVE()],
  ['of a billion values', billion()],
  ['without a page', binaryPlist({ WebMainResource: 'words', WebSubresources: [] })],
  ['with a trailer that lies', lyingTrailer()],
  ['cut off before its trailer', (WEBARCHIVE_CASES['page-with-frame']?.() ?? Buffer.alloc(0)).subarray(0, 900)]
])('refuses a list %s, with a sentence', async (_, bytes) => {
  expect(await runJob(extractJob(written(bytes)))).toMatchObject({
    document: { problem: { code: 'damaged', message: expect.stringMatching(/property list|no page/) } }
  })
})

function lyingTrailer(): Buffer {
  const bytes = binaryPlist({ WebMainResource: { WebResourceData: Buffer.from('<p>x') } })
  bytes.writeUInt32BE(0xffffffff, bytes.length - 20)
  return bytes
}
