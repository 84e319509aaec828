import type { Found } from '#engine/extract/found'
import { remoteResourcesOf } from '#engine/extract/html/remote-resources'
import { visibleText } from '#engine/extract/html/visible-text'
import { readHtmlBody } from '#engine/extract/mail/html-body'
import type { MailBody } from '#engine/extract/mail/mail-body'
import { mailPage } from '#engine/extract/mail/mail-page'
import type { MessageHead } from '#engine/extract/mail/message-head'
import { linesWithOtherWords } from '#engine/extract/mail/other-words'
import { blocksOfMailText } from '#engine/extract/mail/text-body'
import { type Block, readerText } from '#shared/model/block'

/** A message taken apart, whatever kind of file it came in. */
export type Message = Readonly<{
  head: MessageHead
  /** Shown one after another. */
  bodies: readonly MailBody[]
  /** Other forms of what the bodies say, and text that mail programs do not show. */
  alternatives: readonly MailBody[]
  attachmentNames: readonly string[]
  /** The key of the part that a picture's address names. */
  keyOf: (reference: string) => string | undefined
  /** Why it is not read in full. */
  problem: Found['simplified']
}>

/** Longer texts are read up to here, and the message says so. */
const LONGEST_TEXT = 16 * 1024 * 1024
const TOO_LONG = 'Its text is very long: only the first 16 million characters were read. The original is kept whole.'
/** PGP inside a text. */
const ARMOUR = /^-----BEGIN PGP MESSAGE-----\s*$/m

/** What is said of a message that only its receivers can read. */
export const ENCRYPTED: Found['simplified'] = {
  code: 'partly-read',
  message:
    'This message is encrypted for its receivers, and Sanad has no key. Its headers can be searched. To read it, open the original in the mail program that has the key, save it unencrypted and import that.'
}

/**
 * What the archive keeps of a message. People, addresses and subject are searched with its text but are not part of it: the window shows
 * them from the facts, above it. Never throws for what is in the message.
 */
export function foundMessage({ head, bodies, alternatives, attachmentNames, keyOf, problem }: Message): Found {
  const isTooLong = bodies.some((body) => textOf(body).length > LONGEST_TEXT)
  const read = bodies.map((body) => readBody(cut(body), keyOf))
  const isEmpty = read.every(({ text }) => text.trim() === '')
  const fromOthers = isEmpty ? alternatives.slice(0, 1).map((body) => readBody(cut(body), keyOf)) : []
  const shown = renumbered([...read, ...fromOthers])
  const text = shown.map((body) => body.text).join('\n')
  const others = linesWithOtherWords(alternatives.map((body) => plain(cut(body))).join('\n'), text)
  const blocks = shown.flatMap((body) => body.blocks)
  const html = mailPage(bodies)
  const hasHtml = bodies.some((body) => 'html' in body)
  const simplified = read.find((body) => body.simplified !== null)?.simplified ?? null
  const isArmoured = bodies.some((body) => 'text' in body && ARMOUR.test(body.text.slice(0, 100_000)))
  const count = attachmentNames.length
  const all = [...head.searchable, ...attachmentNames, text, ...others].filter((line) => line !== '').join('\n')
  return {
    blocks,
    allText: all === readerText(blocks) ? null : all,
    charset: bodies[0]?.charset ?? null,
    metadata: { ...head.metadata, language: head.metadata.language ?? shown[0]?.language ?? null },
    direction: shown.find((body) => body.direction !== null)?.direction ?? null,
    simplified: isTooLong ? { code: 'partly-read', message: TOO_LONG } : (problem ?? (isArmoured ? ENCRYPTED : simplified)),
    originalView: hasHtml && simplified === null ? 'page' : null,
    remoteResources: hasHtml ? remoteResourcesOf(html).filter((address) => keyOf(address) === undefined) : [],
    facts: count === 0 ? head.facts : [...head.facts, { name: 'attachments', value: String(count) }],
    message: head.ids
  }
}

type ReadBody = ReturnType<typeof readHtmlBody>

function readBody(body: MailBody, keyOf: Message['keyOf']): ReadBody {
  if ('html' in body) return readHtmlBody(body.html, keyOf)
  const blocks = blocksOfMailText(body.text, body.format)
  return { blocks, text: readerText(blocks), direction: null, language: null, simplified: null }
}

/** Pictures inside the markup are counted through all bodies, as the one page made of them has them. */
function renumbered(bodies: readonly ReadBody[]): ReadBody[] {
  let before = 0
  return bodies.map((body) => {
    const first = before
    const blocks = body.blocks.map((block): Block => {
      const at = /^embedded:(\d+)$/.exec(block.resource ?? '')?.[1]
      if (at === undefined) return block
      before = Math.max(before, first + Number(at) + 1)
      return { ...block, resource: `embedded:${first + Number(at)}` }
    })
    return { ...body, blocks }
  })
}

const textOf = (body: MailBody): string => ('html' in body ? body.html : body.text)

const plain = (body: MailBody): string => ('html' in body ? visibleText(body.html) : body.text)

/** HTML has limits of its own. */
function cut(body: MailBody): MailBody {
  return 'html' in body || body.text.length <= LONGEST_TEXT ? body : { ...body, text: body.text.slice(0, LONGEST_TEXT) }
}
