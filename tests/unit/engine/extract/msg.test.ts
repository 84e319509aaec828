import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MsgReader from '@kenjiuno/msgreader'
import { describe, expect, it } from 'vitest'
import type { FoundMember } from '#engine/extract/job'
import { unpackRtf } from '#engine/extract/msg/compressed-rtf'
import { openMsg } from '#engine/extract/msg/open-msg'
import { runJob } from '#engine/extract/pool/run-job'
import { readDocument } from '#engine/extract/read-document'
import { roomFor } from '#engine/extract/room'
import { openSource } from '#engine/extract/source'
import { goldenCases } from '#tests/support/golden'
import { extractJob, pageJob, partJob } from '#tests/support/jobs'
import { type MsgParts, msgFile } from '#tests/support/msg-file'
import { openFile } from '#tests/support/open-file'
import { temporaryFolder } from '#tests/support/temporary'

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex')
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('latin1')

describe('unpackRtf', () => {
  it.each([
    [
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n'
    ],
    ['1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0', '{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}']
  ])('unpacks %s', (packed, rtf) => {
    expect(text(unpackRtf(hex(packed), 1000))).toBe(rtf)
    expect(text(unpackRtf(hex(packed), 7))).toBe(rtf.slice(0, 7))
    expect(rtf.startsWith(text(unpackRtf(hex(packed).subarray(0, 24), 1000)) ?? '-')).toBe(true)
  })

  it('is undefined for what is none, and lets no size lie', () => {
    expect(unpackRtf(hex('00'), 10)).toBeUndefined()
    expect(unpackRtf(new Uint8Array(100), 10)).toBeUndefined()
    const liar = Buffer.from(hex('ffffffffffffffff4c5a46750000000000'))
    expect(unpackRtf(liar, 64 * 1024 * 1024)?.length).toBeLessThan(200)
  })
})

/** A reader of these files that was written by others, held against ours. */
describe('as msgreader reads them', () => {
  it.each(goldenCases(['msg']).filter(({ name }) => !name.includes('cut')))('$name', async ({ source }) => {
    const bytes = readFileSync(source)
    const ansiEncoding = source.includes('persian') ? 'windows-1256' : 'windows-1252'
    const reader = new MsgReader(Uint8Array.from(bytes).buffer)
    reader.parserConfig = { ...reader.parserConfig, ansiEncoding }
    const theirs = reader.getFileData()
    const file = openFile(source)
    const none = { charset: null, password: null, declared: null }
    const { head, bodies, storages } = await openMsg(openSource(file, null, { name: 'a.msg', mediaType: 'x/y', ...none }))
    expect(storages.length).toBe(theirs.attachments?.length ?? 0)
    const { subject, body, senderName } = theirs
    expect(head.metadata.title).toBe(subject ?? null)
    if (senderName) expect(head.metadata.author).toBe(senderName)
    const plain = bodies.find((one) => 'text' in one)
    if (plain && 'text' in plain) expect(plain.text).toBe(body)
  })
})

/** Reads a message with what it holds. */
async function read(parts: MsgParts, name = 'a.msg') {
  const folder = temporaryFolder()
  const file = join(folder, name)
  writeFileSync(file, msgFile(parts))
  const spool = join(folder, 'spool')
  mkdirSync(spool)
  const document = await readDocument(extractJob(file, { spool: { path: spool, seal: null }, room: roomFor(1) }))
  const contentOf = (member: FoundMember | undefined): Buffer =>
    member && member.kind !== 'refused' ? readFileSync(join(spool, member.file)) : Buffer.alloc(0)
  return { document, file, contentOf }
}

describe('an Outlook message', () => {
  const inner: MsgParts = {
    properties: { 26: 'IPM.Note', 55: 'inner', 4096: 'The innermost words.', 57: new Date('2017-04-04T18:00:00Z') },
    attachments: [{ properties: { 14081: Buffer.from('deep'), 14087: 'deep.txt' } }]
  }

  it('that lies in another is a file of its own, with all that it holds', async () => {
    const outer = await read({ properties: { 55: 'outer' }, attachments: [{ properties: {}, message: inner }] })
    const [member] = outer.document.members
    expect(member).toMatchObject({ kind: 'document', path: 'inner.msg' })
    const file = join(temporaryFolder(), 'inner.msg')
    writeFileSync(file, outer.contentOf(member))
    const spool = temporaryFolder()
    const again = await readDocument(extractJob(file, { spool: { path: spool, seal: null }, room: roomFor(1) }))
    expect(again).toMatchObject({ title: 'inner', date: '2017-04-04', status: 'searchable' })
    expect(again.members).toMatchObject([{ kind: 'document', path: 'deep.txt' }])
    expect(new MsgReader(Uint8Array.from(readFileSync(file)).buffer).getFileData()).toMatchObject({
      subject: 'inner',
      body: 'The innermost words.',
      attachments: [{ fileName: 'deep.txt' }]
    })
  })

  it('takes an attachment of megabytes out whole', async () => {
    const content = Buffer.alloc(5_000_000, 'a long file ')
    const { document, contentOf } = await read({
      properties: {},
      attachments: [{ properties: { 14081: content, 14087: 'long.txt' } }]
    })
    expect(contentOf(document.members[0]).equals(content)).toBe(true)
  })

  it('shows its page with its own pictures only', async () => {
    const file = goldenCases(['msg']).find(({ name }) => name === 'msg/html-pictures')?.source ?? ''
    const mediaType = 'application/vnd.ms-outlook'
    const page = await runJob(pageJob(file, { mediaType }))
    if (page.task !== 'page') throw new Error(page.task)
    expect(page.html).toContain('src="sanad-page://d1/cid%3Aphoto%40darvan"')
    expect(page.html).not.toContain('count.example')
    expect(page.attempts.map(({ address }) => address)).toEqual(['https://count.example/1.gif'])
    expect(await runJob(partJob(file, 'cid:photo@darvan', { mediaType }))).toMatchObject({ task: 'part', mediaType: 'image/png' })
    expect(await runJob(partJob(file, 'cid:other', { mediaType }))).toMatchObject({ task: 'refused' })
  })

  it('survives any damage', async () => {
    const whole = msgFile({
      properties: { 55: 'subject', 4096: 'words '.repeat(2000) },
      receivers: [{ 12289: 'a' }],
      attachments: [{ properties: {}, message: inner }]
    })
    const folder = temporaryFolder()
    for (let at = 0; at < whole.length; at += 97) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
      const file = join(folder, `${at}.msg`)
      const spool = join(folder, `${at}`)
      mkdirSync(spool)
      writeFileSync(file, at % 3 === 0 ? bytes.subarray(0, at) : bytes)
      expect((await runJob(extractJob(file, { spool: { path: spool, seal: null }, room: roomFor(1) }))).task).toMatch(
        /^(?:extract|refused)$/
      )
    }
  })
})
