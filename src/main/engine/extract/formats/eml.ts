import type { FilePart, FormatReader, Found, PageHtml, Source } from '#engine/extract/found'
import { attachmentsOf, filesAsAttachments, spoolAttachments } from '#engine/extract/mail/attachments'
import { ENCRYPTED, foundMessage } from '#engine/extract/mail/found-message'
import { type FileInText, type MailBody, mailBody, withoutFiles } from '#engine/extract/mail/mail-body'
import { mailPage } from '#engine/extract/mail/mail-page'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { type OpenMessage, openMessage } from '#engine/extract/mail/open-message'
import { decodeTransfer } from '#engine/extract/mail/transfer'
import { unwrapped } from '#engine/extract/mail/unwrapped'
import { embeddedPicture } from '#engine/extract/original/embedded-picture'
import type { Spool } from '#engine/extract/spool'

/** Mail messages, each a file of its own (RFC 5322, MIME); those of Apple Mail too. */
export const eml: FormatReader = { extract, html, part }

const DAMAGED_WRAPPER = 'Its winmail.dat is damaged or cut off: what is there was read.'

async function extract(source: Source, spool: Spool): Promise<Found> {
  const message = await openMessage(source.bytes(), source.charset)
  const { head, parts, keys, fallback, cut } = message
  const { bodies, files } = await bodiesOf(message, source.charset)
  const wrapped = await unwrapped(parts.others, fallback, source.charset)
  const others = await decoded([...parts.alternatives, ...parts.around.filter(saysSomething)], source.charset)
  const alternatives = [...wrapped.bodies, ...others]
  const attachments = [
    ...attachmentsOf(wrapped.others, mailPage(bodies), fallback),
    ...wrapped.attachments,
    ...filesAsAttachments(files)
  ]
  const damage = cut ?? (wrapped.isWhole ? null : DAMAGED_WRAPPER)
  const problem = parts.isEncrypted ? ENCRYPTED : damage === null ? null : ({ code: 'partly-read', message: damage } as const)
  const attachmentNames = attachments.map(({ name }) => name)
  await spoolAttachments(attachments, spool)
  return foundMessage({ head, bodies, alternatives, attachmentNames, keyOf: keys.keyOf, problem })
}

/** The line by which mail programs of old say why there is nothing to be seen. */
const FOR_OLD_PROGRAMS = /MIME|multi-?part/i
const LONGEST_NOTICE = 400

function saysSomething({ body }: MimePart): boolean {
  const text = Buffer.from(body.subarray(0, LONGEST_NOTICE + 1))
    .toString('latin1')
    .trim()
  return text !== '' && !(body.length <= LONGEST_NOTICE && FOR_OLD_PROGRAMS.test(text))
}

async function bodiesOf(
  { parts }: OpenMessage,
  charset: string | null
): Promise<{ bodies: MailBody[]; files: readonly FileInText[] }> {
  const files: FileInText[] = []
  const bodies = (await decoded(parts.body, charset)).map((body): MailBody => {
    if ('html' in body) return body
    const { text, files: inside } = withoutFiles(body.text)
    files.push(...inside)
    return { ...body, text }
  })
  return { bodies, files }
}

async function decoded(parts: readonly MimePart[], charset: string | null): Promise<MailBody[]> {
  const bodies: MailBody[] = []
  for (const part of parts) bodies.push(await mailBody(part, charset))
  return bodies
}

async function html(source: Source): Promise<PageHtml> {
  const message = await openMessage(source.bytes(), source.charset)
  const { bodies } = await bodiesOf(message, source.charset)
  const page = message.parts.body.find(({ mediaType }) => mediaType === 'text/html')
  const baseUrl = page && (headerOf(page, 'content-location') ?? headerOf(page, 'content-base'))
  return { html: mailPage(bodies), baseUrl: baseUrl?.trim() ?? null, resources: message.keys.keys }
}

async function part(source: Source, key: string): Promise<FilePart | undefined> {
  const message = await openMessage(source.bytes(), source.charset)
  if (key.startsWith('embedded:')) return embeddedPicture(mailPage((await bodiesOf(message, source.charset)).bodies), key)
  const found = message.keys.find(key)
  if (!found) return undefined
  return { mediaType: found.mediaType, bytes: decodeTransfer(found.body, headerOf(found, 'content-transfer-encoding')) }
}
