import { headerParameters } from '#engine/extract/mail/header-parameters'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { parseMime } from '#engine/extract/mail/parse-mime'
import { signedContent } from '#engine/extract/mail/signed-content'
import { decodeTransfer } from '#engine/extract/mail/transfer'

/** What each part of a message is there for. */
export type MessageParts = Readonly<{
  /** Shown one after another: the richest of what says the same. */
  body: readonly MimePart[]
  /** Text that says the same as part of the body, or claims to. */
  alternatives: readonly MimePart[]
  /** Everything else, pictures among it, in order; not signatures, and not what is encrypted. */
  others: readonly MimePart[]
  /** Encrypted for its receivers, whole or in part. */
  isEncrypted: boolean
  /** What stands around the parts of a multipart. */
  around: readonly MimePart[]
}>

/** Envelopes in one message; real ones have one, or one in another. */
const MOST_ENVELOPES = 8
const ENVELOPE = /^application\/(?:x-)?pkcs7-mime$/
/** What only machines read: nobody attached it, and without its key or its message it says nothing. */
const FOR_MACHINES = /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-encrypted)$/
/** Other forms of the message, for programs that show no HTML or more than HTML. */
const OTHER_FORM = /^text\/(?!calendar$|x-vcard$|vcard$|directory$)/
/** Reports of mail servers: readable text under types of their own. */
const REPORTS =
  /^(?:message\/(?:delivery-status|disposition-notification|feedback-report|global-delivery-status)|text\/rfc822-headers)$/

/** Sorts the leaves of a message by what they are there for (RFC 2046, 2387). `fallback` as in `headerText`. */
export function messageParts(root: MimePart, fallback: string): MessageParts {
  const sorter = new Sorter(fallback)
  sorter.take(root, true)
  return sorter
}

/** How a part is to be shown, and under what name; null without one. */
export function dispositionOf(part: MimePart, fallback: string): Readonly<{ isAttached: boolean; name: string | null }> {
  const { value, parameters } = headerParameters(headerOf(part, 'content-disposition') ?? '', fallback)
  const name = parameters.get('filename') ?? part.parameters.get('name') ?? ''
  return { isAttached: value === 'attachment', name: name.trim() === '' ? null : name }
}

class Sorter implements MessageParts {
  readonly body: MimePart[] = []
  readonly alternatives: MimePart[] = []
  readonly others: MimePart[] = []
  readonly around: MimePart[] = []
  isEncrypted = false
  readonly #fallback: string
  #envelopes = 0

  constructor(fallback: string) {
    this.#fallback = fallback
  }

  take(part: MimePart, isRoot = false): void {
    for (const body of part.around) if (body.length > 0) this.around.push(asText(body))
    if (part.mediaType === 'multipart/alternative') this.#alternative(part)
    else if (part.mediaType === 'multipart/related') this.#related(part)
    else if (part.parts.length > 0) {
      if (part.mediaType === 'multipart/encrypted') this.isEncrypted = true
      else for (const inner of part.parts) this.take(inner)
    } else if (!part.mediaType.startsWith('multipart/')) this.#leaf(part, isRoot)
  }

  #leaf(part: MimePart, isRoot: boolean): void {
    if (FOR_MACHINES.test(part.mediaType)) return
    if (ENVELOPE.test(part.mediaType)) {
      this.#envelope(part)
      return
    }
    const { isAttached, name } = dispositionOf(part, this.#fallback)
    const isText = part.mediaType === 'text/plain' || part.mediaType === 'text/html' || REPORTS.test(part.mediaType)
    if (isText && !isAttached && (isRoot || name === null)) this.body.push(part)
    else this.others.push(part)
  }

  /** What is only signed can be read without any key. */
  #envelope(part: MimePart): void {
    const inside = signedContent(decodeTransfer(part.body, headerOf(part, 'content-transfer-encoding')))
    if (inside === undefined || this.#envelopes >= MOST_ENVELOPES) this.isEncrypted = true
    else {
      this.#envelopes += 1
      this.take(parseMime(inside, this.#fallback).root, true)
    }
  }

  /** The last is the richest; one with HTML is preferred, for calendars and the like are made from it. */
  #alternative({ parts }: MimePart): void {
    const shown = parts.findLast(hasHtml) ?? parts.find((part) => part.mediaType === 'text/plain') ?? parts.at(-1)
    for (const part of parts) {
      if (part === shown) this.take(part)
      else if (OTHER_FORM.test(part.mediaType)) this.alternatives.push(part)
      else this.take(part)
    }
  }

  #related(part: MimePart): void {
    const start = part.parameters.get('start')
    const first = part.parts.find((inner) => start !== undefined && headerOf(inner, 'content-id')?.trim() === start.trim())
    const root = first ?? part.parts.find(hasHtml) ?? part.parts[0]
    if (root) this.take(root)
    // Other texts beside a page are parts of it, such as frames; they are not read as the message.
    for (const inner of part.parts) if (inner !== root) this.take(inner)
  }
}

function asText(body: Uint8Array): MimePart {
  return { headers: [], mediaType: 'text/plain', parameters: new Map(), body, parts: [], around: [] }
}

function hasHtml(part: MimePart): boolean {
  return part.mediaType === 'text/html' || part.parts.some(hasHtml)
}
