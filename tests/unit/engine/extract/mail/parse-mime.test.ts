import { readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { mailBody } from '#engine/extract/mail/mail-body'
import { dispositionOf } from '#engine/extract/mail/message-parts'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { openMessage } from '#engine/extract/mail/open-message'
import { parseMime } from '#engine/extract/mail/parse-mime'
import { signedContent } from '#engine/extract/mail/signed-content'
import { blocksOfMailText } from '#engine/extract/mail/text-body'
import { decodeTransfer } from '#engine/extract/mail/transfer'
import { goldenCases } from '#tests/support/golden'

const parse = (text: string) => parseMime(Buffer.from(text))

/** The parts as a list of lists of types. */
function shape(part: MimePart): unknown {
  return part.parts.length === 0 ? part.mediaType : [part.mediaType, ...part.parts.map(shape)]
}

describe('parseMime', () => {
  it('splits at lines of its boundary and at no other', () => {
    const { root, cut } = parse(
      'Content-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n\none --b\n--bb\n--b \t\r\n\r\ntwo\r\n--b--\nbehind\n'
    )
    expect(root.parts.map(({ body }) => Buffer.from(body).toString())).toEqual(['one --b\n--bb', 'two'])
    expect(root.around.map((body) => Buffer.from(body).toString())).toEqual(['before', 'behind\n'])
    expect(cut).toBeNull()
  })

  it('reads parts behind an end that was none', () => {
    const { root } = parse('Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n--b\n\ntwo\n--b--\n')
    expect(root.parts.map(({ body }) => Buffer.from(body).toString())).toEqual(['one', 'two'])
  })

  it('says that a message breaks off', () => {
    expect(parse('Content-Type: multipart/mixed; boundary=b\n\n--b\n\none').breaksOff).toBe(true)
  })

  it.each([
    'Content-Type: multipart/mixed\n\nno boundary',
    'Content-Type: multipart/mixed; boundary=b\n\nno such line',
    'Content-Type: nonsense\n\nwords',
    'Content-Type: text\n\nwords'
  ])('takes %j for text', (text) => {
    expect(parse(text).root).toMatchObject({ mediaType: 'text/plain', parts: [] })
  })

  it('takes what is nested in levels without end apart to the sixty-fourth', () => {
    let text = 'needle'
    for (let level = 200; level >= 0; level--)
      text = `Content-Type: multipart/mixed; boundary=b${level}x\n\n--b${level}x\n${text}\n`
    const { root, cut } = parse(text)
    let depth = 0
    for (let part: MimePart | undefined = root; part; part = part.parts[0]) depth++
    expect(depth).toBe(65)
    expect(cut).not.toBeNull()
  })

  it('takes no more than five thousand parts', () => {
    const { root, cut } = parse(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--`)
    expect(root.parts.length).toBeLessThanOrEqual(5000)
    expect(cut).toContain('5,000 parts')
  })

  it('reads a boundary that stands a million times without an end', () => {
    expect(parse(`Content-Type: multipart/mixed; boundary=b\n\n${'--b '.repeat(1_000_000)}`).root.mediaType).toBe('text/plain')
  })

  it('takes a digest for messages', () => {
    const { root } = parse('Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\ny\n--b--')
    expect(shape(root)).toEqual(['multipart/digest', 'message/rfc822'])
  })
})

describe('blocksOfMailText', () => {
  const flowed = { isFlowed: true, deletesSpace: false }
  const texts = (text: string, format = { isFlowed: false, deletesSpace: false }) =>
    blocksOfMailText(text, format).map(({ kind, level, text: words }) => [kind === 'quote' ? level : 0, words])

  it.each([
    [
      '> > two\n>> two again\n> one\nnone\n>From here',
      [
        [2, 'two\ntwo again'],
        [1, 'one'],
        [0, 'none\n>From here']
      ]
    ],
    [`${'>'.repeat(5000)} deep`, [[12, 'deep']]]
  ])('reads the quotes of %j', (text, blocks) => {
    expect(texts(text)).toEqual(blocks)
  })

  it('joins flowed lines, and those only', () => {
    expect(texts('one \ntwo\nthree\n\n-- \nname', flowed)).toEqual([
      [0, 'one two\nthree'],
      [0, '--\nname']
    ])
    expect(texts('自 \n由\n', { isFlowed: true, deletesSpace: true })).toEqual([[0, '自由']])
    expect(texts('> a \n> b\n>> c', flowed)).toEqual([
      [1, 'a b'],
      [2, 'c']
    ])
  })
})

describe('signedContent', () => {
  it.each(['definite', 'stream'])('ends on any damage (%s)', (form) => {
    const source = goldenCases(['eml']).find(({ name }) => name === `eml/signed-packed-${form}`)?.source ?? ''
    const text = readFileSync(source).toString('latin1')
    const whole = Buffer.from(text.slice(text.indexOf('\n\n')), 'base64')
    expect(Buffer.from(signedContent(whole) ?? []).toString()).toContain('نهرین')
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8))
      signedContent(at % 3 === 0 ? damaged.subarray(0, at) : damaged)
    }
    expect(signedContent(Buffer.alloc(100_000, Buffer.from('3080', 'hex')))).toBeUndefined()
  })
})

/** A reader of mail that was written by others, held against ours. */
describe('as postal-mime reads them', () => {
  /** Where it takes another view: of Apple's files, of heads and messages that break off, and of messages packed with their signature. */
  const OTHERWISE = ['apple-mail', 'broken-head', 'broken-no-end', 'uuencoded', 'signed-packed-definite', 'signed-packed-stream']

  it.each(goldenCases(['eml']).filter(({ name }) => !OTHERWISE.includes(name.slice(4))))('$name', async ({ source }) => {
    const bytes = readFileSync(source)
    const theirs = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
    const { head, parts, fallback } = await openMessage(bytes, null)
    const isAscii = !/[\u0080-\u00ff]/.test(bytes.toString('latin1').split(/\r?\n\r?\n/)[0] ?? '')
    // Bytes that were never encoded it reads as Latin-1.
    if (isAscii) expect(head.metadata.title ?? '').toBe(theirs.subject ?? '')
    expect(head.ids.messageId).toBe(theirs.messageId?.replace(/^<|>$/g, '') ?? null)
    const html = parts.body.find(({ mediaType }) => mediaType === 'text/html')
    if (html) {
      const body = await mailBody(html, null)
      expect('html' in body && body.html.replaceAll('\r', '').trim()).toBe(theirs.html?.trim())
    }
    const names = parts.others.map((part) => dispositionOf(part, fallback).name).filter((name) => name !== null)
    const isForPeople = (type: string): boolean => !/signature|pgp|pkcs7|delivery-status/.test(type)
    const known = theirs.attachments.filter(
      ({ mimeType, filename }) => filename && isForPeople(mimeType) && filename !== 'encrypted.asc'
    )
    expect(names.sort()).toEqual(known.map(({ filename }) => filename).sort())
    for (const part of parts.others) {
      const { name } = dispositionOf(part, fallback)
      const same = theirs.attachments.find(({ filename }) => name !== null && filename === name)
      if (!same || typeof same.content === 'string') continue
      const ours = Buffer.from(decodeTransfer(part.body, headerOf(part, 'content-transfer-encoding')))
      expect(ours.toString().trimEnd()).toBe(Buffer.from(new Uint8Array(same.content)).toString().trimEnd())
    }
  })
})
