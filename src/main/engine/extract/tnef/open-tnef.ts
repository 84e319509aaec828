import { decodeText } from '#engine/extract/charset/charset'
import { codePageCharset } from '#engine/extract/charset/code-page'
import { openDecoder } from '#engine/extract/charset/open-decoder'
import type { Attachment } from '#engine/extract/mail/attachments'
import { declaredType } from '#engine/extract/mail/declared-type'
import type { MailBody } from '#engine/extract/mail/mail-body'
import { rtfBody } from '#engine/extract/msg/rtf-body'
import { TnefProperties } from '#engine/extract/tnef/tnef-properties'

const SIGNATURE = 0x223e9f78
const HEADER_BYTES = 6
const MOST_ATTRIBUTES = 50_000
const ATTRIBUTE = {
  body: 0x800c,
  data: 0x800f,
  title: 0x8010,
  begins: 0x9002,
  message: 0x9003,
  attachment: 0x9005,
  codePage: 0x9007
} as const
const PROPERTY = { text: 0x1000, html: 0x1013, rtf: 0x1009, data: 0x3701, name: 0x3707, mediaType: 0x370e } as const
const PLAIN = { isFlowed: false, deletesSpace: false } as const

/** What Outlook puts into a `winmail.dat`: the message's own form, and its attachments. */
export type Tnef = Readonly<{
  bodies: readonly MailBody[]
  attachments: readonly Attachment[]
  /** False when something in it ends before it should. */
  isWhole: boolean
}>

/** Reads TNEF (MS-OXTNEF); undefined for what is none. Never throws; what is damaged ends it. Cost: linear. */
export async function openTnef(bytes: Uint8Array, chosen: string | null): Promise<Tnef | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < HEADER_BYTES || buffer.readUInt32LE(0) !== SIGNATURE) return undefined
  const { attributes, isWhole } = readAttributes(buffer)
  const dataOf = (wanted: number): Buffer | undefined => attributes.find(({ id }) => id === wanted)?.data
  const page = dataOf(ATTRIBUTE.codePage)
  const charset = chosen ?? codePageCharset(page && page.length >= 4 ? page.readUInt32LE(0) : 0) ?? 'windows-1252'
  const message = new TnefProperties(dataOf(ATTRIBUTE.message) ?? Buffer.alloc(0), charset)
  const open = attachmentsIn(attributes).map((parts) => ({
    ...parts,
    own: new TnefProperties(parts.properties ?? Buffer.alloc(0), charset)
  }))
  return {
    bodies: await bodiesOf(message, dataOf(ATTRIBUTE.body), charset, chosen),
    attachments: open.flatMap((parts, at) => attachment(parts, charset, at + 1) ?? []),
    isWhole: isWhole && message.isWhole && open.every(({ own }) => own.isWhole)
  }
}

type Attribute = Readonly<{ id: number; data: Buffer }>

function readAttributes(buffer: Buffer): { attributes: Attribute[]; isWhole: boolean } {
  const attributes: Attribute[] = []
  let at = HEADER_BYTES
  while (attributes.length < MOST_ATTRIBUTES && at + 9 <= buffer.length) {
    const id = buffer.readUInt16LE(at + 1)
    const length = buffer.readUInt32LE(at + 5)
    attributes.push({ id, data: buffer.subarray(at + 9, at + 9 + length) })
    at += 9 + length + 2
  }
  // Some programs leave a few bytes behind the last.
  return { attributes, isWhole: at <= buffer.length }
}

type Parts = { title?: Buffer; data?: Buffer; properties?: Buffer }

/** What belongs to one attachment stands together, behind the line that begins it. */
function attachmentsIn(attributes: readonly Attribute[]): Parts[] {
  const found: Parts[] = []
  for (const { id, data } of attributes) {
    const open = found.at(-1)
    if (id === ATTRIBUTE.begins) found.push({})
    else if (open && id === ATTRIBUTE.title) open.title = data
    else if (open && id === ATTRIBUTE.data) open.data = data
    else if (open && id === ATTRIBUTE.attachment) open.properties = data
  }
  return found
}

/** A message inside is TNEF as well. */
function attachment(
  { title, data, own }: Readonly<Parts & { own: TnefProperties }>,
  charset: string,
  place: number
): Attachment | undefined {
  const inside = own.object(PROPERTY.data)
  const content = inside ?? data ?? own.binary(PROPERTY.data)
  if (!content) return undefined
  const short = title && openDecoder(charset).decode(title).replaceAll('\0', '')
  const name = (own.text(PROPERTY.name) ?? short ?? '').trim() || `attachment ${place}`
  return {
    name: inside ? `${name}.tnef` : name,
    declared: declaredType(own.text(PROPERTY.mediaType) ?? null),
    modifiedAt: null,
    content: () => content
  }
}

/** The richest first. */
async function bodiesOf(
  properties: TnefProperties,
  plain: Buffer | undefined,
  charset: string,
  chosen: string | null
): Promise<MailBody[]> {
  const bodies: MailBody[] = []
  const html = properties.binary(PROPERTY.html)
  const wide = properties.text(PROPERTY.html)
  if (html) {
    const decoded = await decodeText(html, chosen, true)
    bodies.push({ html: decoded.text.replaceAll('\0', ''), charset: decoded.charset })
  } else if (wide !== undefined) bodies.push({ html: wide, charset: 'utf-16le' })
  const rtf = properties.binary(PROPERTY.rtf)
  const inRtf = rtf && rtfBody(rtf, chosen)
  if (inRtf) bodies.push(inRtf)
  const text =
    properties.text(PROPERTY.text) ?? (plain && (await decodeText(plain, chosen ?? charset, false)).text.replaceAll('\0', ''))
  if (text) bodies.push({ text, format: PLAIN, charset })
  return bodies
}
