import type { Attachment } from '#engine/extract/mail/attachments'
import type { MailBody } from '#engine/extract/mail/mail-body'
import { dispositionOf } from '#engine/extract/mail/message-parts'
import { headerOf, type MimePart } from '#engine/extract/mail/mime-part'
import { decodeTransfer } from '#engine/extract/mail/transfer'
import { openTnef } from '#engine/extract/tnef/open-tnef'

const WRAPPED = /^application\/(?:vnd\.)?ms-tnef$/
const WRAPPER_NAME = /^winmail\.dat$/i

/** The parts of a message, and what was in those that Outlook had wrapped into a `winmail.dat`. */
export type Unwrapped = Readonly<{
  others: readonly MimePart[]
  bodies: readonly MailBody[]
  attachments: readonly Attachment[]
  /** False when something in a `winmail.dat` ends before it should. */
  isWhole: boolean
}>

/** Opens each `winmail.dat` among the parts; one that is none stays an attachment. */
export async function unwrapped(parts: readonly MimePart[], fallback: string, chosen: string | null): Promise<Unwrapped> {
  const others: MimePart[] = []
  const bodies: MailBody[] = []
  const attachments: Attachment[] = []
  let isWhole = true
  for (const part of parts) {
    const isWrapped = WRAPPED.test(part.mediaType) || WRAPPER_NAME.test(dispositionOf(part, fallback).name ?? '')
    const encoding = headerOf(part, 'content-transfer-encoding')
    const tnef = isWrapped ? await openTnef(decodeTransfer(part.body, encoding), chosen) : undefined
    if (!tnef) others.push(part)
    else {
      bodies.push(...tnef.bodies)
      attachments.push(...tnef.attachments)
      if (!tnef.isWhole) isWhole = false
    }
  }
  return { others, bodies, attachments, isWhole }
}
