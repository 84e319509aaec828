import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ExtractAnswer } from '#engine/extract/job'
import { runJob } from '#engine/extract/pool/run-job'
import { goldenCases } from '#tests/support/golden'
import { extractJob, partJob } from '#tests/support/jobs'
import { odfContent } from '#tests/support/odf-file'
import { lockPart } from '#tests/support/odf-lock'
import { temporaryFolder } from '#tests/support/temporary'
import { zipFile } from '#tests/support/zip-file'

const TYPE = 'application/vnd.oasis.opendocument.text'
const PASSWORD = 'Sarvel ۱۴'
const PICTURE = '\u0089PNG\r\n\u001a\n'

const BODY =
  '<text:p>The informant lives in Tarhan.</text:p><text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>'

function lockedFile(options: Parameters<typeof lockPart>[3] = {}, damage = (bytes: Buffer) => bytes): string {
  const content = lockPart('content.xml', odfContent({ body: BODY }), PASSWORD, options)
  const picture = lockPart('Pictures/a.png', Buffer.from(PICTURE, 'latin1'), PASSWORD, options)
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${content.entry}${picture.entry}</manifest:manifest>`
  const file = join(temporaryFolder(), 'source.odt')
  const parts = [
    { name: 'mimetype', content: TYPE, method: 'stored' },
    { name: 'content.xml', content: damage(content.bytes), method: 'stored' },
    { name: 'Pictures/a.png', content: picture.bytes, method: 'stored' },
    { name: 'META-INF/manifest.xml', content: manifest }
  ] as const
  writeFileSync(file, zipFile(parts))
  return file
}

const read = async (file: string, password: string | null): Promise<ExtractAnswer> => await runJob(extractJob(file, { password }))

describe('a locked document', () => {
  it('is locked without its password and with another', async () => {
    const file = lockedFile()
    expect(await read(file, null)).toMatchObject({ document: { status: 'locked', problem: { code: 'locked' } } })
    expect(await read(file, 'Sarvel 14')).toMatchObject({ document: { status: 'locked', problem: { code: 'wrong-password' } } })
  })

  it('is read with its password, pictures too', async () => {
    const file = lockedFile()
    expect(await read(file, PASSWORD)).toMatchObject({
      document: { status: 'searchable', index: { body: 'the informant lives in tarhan' } }
    })
    const part = await runJob(partJob(file, 'Pictures/a.png', { mediaType: TYPE, password: PASSWORD }))
    expect(part.task === 'part' && Buffer.from(part.bytes).toString('latin1')).toBe(PICTURE)
  })

  it('is read as LibreOffice locked it', async () => {
    const golden = goldenCases(['ods']).find(({ name }) => name === 'ods/locked')
    expect(await read(golden?.source ?? '', PASSWORD)).toMatchObject({
      document: { status: 'searchable', title: 'Register of losses', pageCount: 3 }
    })
  })

  it.each([
    ['an unknown cipher', { algorithm: 'Blowfish CFB' }],
    ['a key that takes forever', { claimedRounds: 4_000_000_000 }]
  ])('says that it can not be opened here: %s', async (_, options) => {
    expect(await read(lockedFile(options), PASSWORD)).toMatchObject({
      document: { status: 'locked', problem: { code: 'locked', message: 'It is locked in a way that Sanad can not open.' } }
    })
  })

  it('stays locked where its content is damaged', async () => {
    const cut = (bytes: Buffer): Buffer => bytes.subarray(0, 24)
    expect(await read(lockedFile({}, cut), PASSWORD)).toMatchObject({ document: { status: 'locked' } })
  })
})
