import { type NamedPart, type PartKeys, partKeys } from '#engine/extract/mail/content-ids'
import { mailCharset } from '#engine/extract/mail/mail-charset'
import { type MessageHead, messageHead } from '#engine/extract/mail/message-head'
import { type MessageParts, messageParts } from '#engine/extract/mail/message-parts'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { parseMime } from '#engine/extract/mail/parse-mime'

/** A message (RFC 5322) taken apart; nothing in it is decoded yet. */
export type OpenMessage = Readonly<{
  head: MessageHead
  parts: MessageParts
  keys: PartKeys<MimePart>
  /** What bytes beyond ASCII mean in headers that do not say it. */
  fallback: string
  /** Why not all of it could be taken apart. */
  cut: string | null
}>

const NO_END = 'It breaks off before its end: what is there was read, and its last part may be damaged.'

/** Takes a message apart; `chosen` is the character set a person chose. Never throws for what is in it. */
export async function openMessage(bytes: Uint8Array, chosen: string | null): Promise<OpenMessage> {
  const message = withoutLead(bytes)
  const fallback = await mailCharset(message, chosen)
  const { root, cut, breaksOff } = parseMime(message, fallback)
  const parts = messageParts(root, fallback)
  return {
    head: messageHead(root.headers, fallback),
    parts,
    keys: partKeys(named([...parts.others, ...parts.body])),
    fallback,
    cut: cut ?? (breaksOff ? NO_END : null)
  }
}

function named(parts: readonly MimePart[]): NamedPart<MimePart>[] {
  return parts.map((part) => ({
    part,
    contentId: headerOf(part, 'content-id') ?? null,
    location: headerOf(part, 'content-location') ?? null
  }))
}

/**
 * What programs put before a message: a byte order mark, empty lines, and the length that Apple Mail writes in front of it, together with
 * the property list behind it.
 */
function withoutLead(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const lead = /^(?:\u00ef\u00bb\u00bf)?(?:[ \t]*\r?\n)*/.exec(head)?.[0].length ?? 0
  const counted = /^(\d{1,10})[ \t]*\r?\n/.exec(head.slice(lead))
  if (!counted) return bytes.subarray(lead)
  const start = lead + counted[0].length
  return bytes.subarray(start, start + Number(counted[1]))
}
