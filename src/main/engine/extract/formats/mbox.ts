import { EMPTY_FOUND, type FormatReader, type Found, type Source } from '#engine/extract/found'
import { declaredType } from '#engine/extract/mail/declared-type'
import { headerText } from '#engine/extract/mail/header-text'
import { mailCharset } from '#engine/extract/mail/mail-charset'
import { mailDate } from '#engine/extract/mail/mail-date'
import { type MailboxMessage, mailboxMessages } from '#engine/extract/mail/mailbox-messages'
import { headerOf } from '#engine/extract/mail/mime-part'
import { readHead } from '#engine/extract/mail/read-head'
import { unquotedMessage } from '#engine/extract/mail/unquoted-message'
import { type OpenFile, readBytes } from '#engine/extract/read-file'
import type { Spool } from '#engine/extract/spool'

/** Mailboxes of many messages in one file: those become documents. */
export const mbox: FormatReader = { extract }

/** So much of a message is looked at for its subject and date. */
const HEAD = 32 * 1024
const MESSAGE = declaredType('message/rfc822')

async function extract({ file }: Source, spool: Spool): Promise<Found> {
  let messages = 0
  for (const message of mailboxMessages(file)) {
    if (isEmpty(file, message)) continue
    messages += 1
    if (!spool.isOpen) continue
    const { path, modifiedAt } = await labelOf(file, message, messages)
    await spool.add({ path, relation: 'message', declared: MESSAGE, modifiedAt }, unquotedMessage(file, message))
  }
  return {
    ...EMPTY_FOUND,
    facts: [{ name: 'entries', value: String(messages) }],
    isContainer: true
  }
}

function isEmpty(file: OpenFile, { start, end }: MailboxMessage): boolean {
  return (
    end - start < 64 &&
    Buffer.from(readBytes(file, start, end - start))
      .toString('latin1')
      .trim() === ''
  )
}

/** A message is called by its subject, and lies at its own date. */
async function labelOf(
  file: OpenFile,
  { start, end }: MailboxMessage,
  place: number
): Promise<{ path: string; modifiedAt: number | null }> {
  const bytes = readBytes(file, start, Math.min(HEAD, end - start))
  const { headers } = readHead(bytes)
  const subject = headerText(headerOf({ headers }, 'subject') ?? '', await mailCharset(bytes, null))
  const date = mailDate(headerOf({ headers }, 'date') ?? '')
  const at = Date.parse(date?.moment ?? date?.day ?? '')
  const name = subject
    .replaceAll(/[\\/\s]+/g, ' ')
    .slice(0, 150)
    .trim()
  return { path: `${name === '' ? `message ${place}` : name}.eml`, modifiedAt: Number.isNaN(at) ? null : at }
}
