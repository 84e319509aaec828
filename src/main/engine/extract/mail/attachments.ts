import { charsetName } from '#engine/extract/charset/charset'
import { pictureSize } from '#engine/extract/image/picture-size'
import type { Declared } from '#engine/extract/job'
import { declaredType } from '#engine/extract/mail/declared-type'
import type { FileInText } from '#engine/extract/mail/mail-body'
import { messageHead } from '#engine/extract/mail/message-head'
import { dispositionOf } from '#engine/extract/mail/message-parts'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { readHead } from '#engine/extract/mail/read-head'
import { decodedPieces, decodeTransfer } from '#engine/extract/mail/transfer'
import type { Spool } from '#engine/extract/spool'

/** What a message brings, ready to be put into the spool. */
export type Attachment = Readonly<{
  name: string
  declared: Declared
  modifiedAt: number | null
  content: () => Uint8Array | AsyncIterable<Uint8Array>
}>

/** Pictures that a message shows among its text are documents from this size on; smaller ones are signs, logos and counters. */
const LEAST_SIDE = 128

/** The attachments among the parts of a message; `shown` is the page it shows, in whose text some of them stand. */
export function attachmentsOf(parts: readonly MimePart[], shown: string, fallback: string): Attachment[] {
  return parts
    .filter((part) => !part.mediaType.startsWith('image/') || !isSmallSign(asShown(part), shown))
    .map((part, at) => {
      const { name } = dispositionOf(part, fallback)
      const encoding = headerOf(part, 'content-transfer-encoding')
      const charset = charsetName(part.parameters.get('charset') ?? '') ?? null
      return {
        name: nameOf(name, part, at + 1, fallback),
        declared: declaredType(part.mediaType, charset),
        modifiedAt: dateOf(part),
        content: () => decodedPieces(part.body, encoding)
      }
    })
}

/** Files from the text of a message as attachments. */
export function filesAsAttachments(files: readonly FileInText[]): Attachment[] {
  const declared = declaredType(null)
  return files.map(({ name, bytes }) => ({ name, declared, modifiedAt: null, content: () => bytes }))
}

/** Puts the attachments into the spool, in their order. Rejects with `SpoolFull`. */
export async function spoolAttachments(attachments: readonly Attachment[], spool: Spool): Promise<void> {
  for (const { name, declared, modifiedAt, content } of attachments) {
    if (spool.isOpen) await spool.add({ path: name, relation: 'attachment', declared, modifiedAt }, content())
  }
}

function asShown(part: MimePart): ShownPicture {
  return {
    names: [headerOf(part, 'content-id'), headerOf(part, 'content-location')],
    bytes: () => decodeTransfer(part.body, headerOf(part, 'content-transfer-encoding'))
  }
}

/** A picture, and the names by which the page of a message may ask for it. */
export type ShownPicture = Readonly<{ names: readonly (string | undefined)[]; bytes: () => Uint8Array }>

/** Whether a part is a picture among the text of a message that is too small to be a document: `LEAST_SIDE` says when. */
export function isSmallSign({ names, bytes }: ShownPicture, shown: string): boolean {
  const plain = names.map((name) => name?.trim().replace(/^<|>$/g, '') ?? '').filter((name) => name !== '')
  if (!plain.some((name) => shown.includes(name) || shown.includes(encodeURIComponent(name)))) return false
  const size = pictureSize(bytes())
  return size !== undefined && Math.min(size.width, size.height) < LEAST_SIDE
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'text/xml': 'xml',
  'application/xml': 'xml',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'message/rfc822': 'eml'
}

/** What a message is called by is often a subject: its type must be seen in it. */
function nameOf(name: string | null, part: MimePart, place: number, fallback: string): string {
  if (name === null) return madeUpName(part, place, fallback)
  return part.mediaType === 'message/rfc822' && !/\.emlx?$/i.test(name) ? `${name}.eml` : name
}

/** Messages are called by their subject, others by their place. */
function madeUpName(part: MimePart, place: number, fallback: string): string {
  const extension = EXTENSIONS[part.mediaType]
  const end = extension === undefined ? '' : `.${extension}`
  if (part.mediaType === 'message/rfc822') {
    const subject = messageHead(readHead(part.body.subarray(0, 65_536)).headers, fallback).metadata.title
    if (subject !== null) return `${subject.replaceAll(/[\\/]/g, '-').slice(0, 150)}${end}`
  }
  return `attachment ${place}${end}`
}

function dateOf(part: MimePart): number | null {
  const date = /;\s*modification-date\s*=\s*"?([^";]{1,80})/i.exec(headerOf(part, 'content-disposition') ?? '')?.[1]
  const at = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(at) ? null : at
}
