import type { CfbEntry } from '#engine/extract/cfb/cfb-directory'
import { type Cfb, openCfb } from '#engine/extract/cfb/open-cfb'
import { decodeText } from '#engine/extract/charset/charset'
import { codePageCharset } from '#engine/extract/charset/code-page'
import type { Found, Source } from '#engine/extract/found'
import { type PartKeys, partKeys } from '#engine/extract/mail/content-ids'
import { ENCRYPTED } from '#engine/extract/mail/found-message'
import type { MailBody } from '#engine/extract/mail/mail-body'
import type { MessageHead } from '#engine/extract/mail/message-head'
import { FIXED_FROM, MapiStorage } from '#engine/extract/msg/mapi-storage'
import { attachmentStorages, namedPictures } from '#engine/extract/msg/msg-attachments'
import { msgHead } from '#engine/extract/msg/msg-head'
import { rtfBody } from '#engine/extract/msg/rtf-body'

const PROPERTY = { class: 0x001a, text: 0x1000, html: 0x1013, rtf: 0x1009, internetCodePage: 0x3fde } as const
const PLAIN = { isFlowed: false, deletesSpace: false } as const

/** An Outlook message taken apart. */
export type OpenMsg = Readonly<{
  head: MessageHead
  bodies: readonly MailBody[]
  /** The same in another form; and for what is no message (a contact, an appointment) all that it says. */
  alternatives: readonly MailBody[]
  storages: readonly MapiStorage[]
  keys: PartKeys<MapiStorage>
  problem: Found['simplified']
  /** Whether something that was read until now is shorter than it says. */
  isDamaged: () => boolean
}>

/** Opens an Outlook message. Throws for a file that has none. */
export async function openMsg({ file, charset }: Source): Promise<OpenMsg> {
  const opened = openCfb(file)
  if (!opened) throw new Error('its directory is damaged, so nothing in it can be found.')
  const { cfb, isDamaged } = watched(opened)
  const message = new MapiStorage(cfb, cfb.root, FIXED_FROM.message, charset)
  const kind = message.text(PROPERTY.class)?.toLowerCase() ?? ''
  const storages = attachmentStorages(message)
  const [body, ...others] = await bodiesOf(message, charset)
  return {
    head: msgHead(message),
    bodies: body ? [body] : [],
    alternatives: [...others, ...(kind.startsWith('ipm.note') || kind === '' ? [] : [saidElsewhere(message)])],
    storages,
    keys: partKeys(namedPictures(storages)),
    problem: kind === 'ipm.note.smime' ? ENCRYPTED : null,
    isDamaged
  }
}

/** Notes streams that end before they should. */
function watched(cfb: Cfb): { cfb: Cfb; isDamaged: () => boolean } {
  let damaged = false
  const note = (stream: CfbEntry, most: number, length: number): void => {
    if (length < Math.min(stream.size, most)) damaged = true
  }
  const read: Cfb['read'] = (stream, most) => {
    const bytes = cfb.read(stream, most)
    note(stream, most, bytes.length)
    return bytes
  }
  const chunks: Cfb['chunks'] = function* (stream) {
    let length = 0
    for (const chunk of cfb.chunks(stream)) {
      length += chunk.length
      yield chunk
    }
    note(stream, stream.size, length)
  }
  return { cfb: { ...cfb, read, chunks }, isDamaged: () => damaged }
}

/** The richest first. */
async function bodiesOf(message: MapiStorage, chosen: string | null): Promise<MailBody[]> {
  const bodies: MailBody[] = []
  const html = message.binary(PROPERTY.html)
  const wide = html ? undefined : message.text(PROPERTY.html)
  if (html) {
    const declared = codePageCharset(message.number(PROPERTY.internetCodePage) ?? 0) ?? null
    const { text, charset } = await decodeText(html, chosen, true, declared)
    bodies.push({ html: text.replaceAll('\0', ''), charset })
  } else if (wide !== undefined) bodies.push({ html: wide, charset: 'utf-16le' })
  const rtf = message.binary(PROPERTY.rtf)
  const inRtf = rtf && rtfBody(rtf, chosen)
  if (inRtf && bodies.length === 0 && 'html' in inRtf) bodies.push(inRtf)
  const text = message.text(PROPERTY.text)
  if (text !== undefined) bodies.push({ text, format: PLAIN, charset: message.charset })
  if (inRtf && !bodies.includes(inRtf)) bodies.push(inRtf)
  return bodies
}

/** Texts that are names of programs and types say nothing. */
const SAYS_NOTHING = /^(?:IPM\.|SMTP$|EX$|\/o=)/i

function saidElsewhere(message: MapiStorage): MailBody {
  const texts = message.texts().filter((text) => text.length < 10_000 && !SAYS_NOTHING.test(text))
  return { text: [...new Set(texts)].join('\n'), format: PLAIN, charset: message.charset }
}
