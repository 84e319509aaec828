import { extensionOf } from '#engine/extract/recognise/text-types'

/** Header names of which a mail message has two or more in its first lines. */
const MAIL_HEADERS = new Set(
  'received return-path delivered-to from to cc date subject message-id mime-version content-type reply-to x-mailer in-reply-to references'.split(
    ' '
  )
)
/** Written by programs only. */
const MACHINE_HEADERS = 'received return-path message-id mime-version delivered-to x-mailer content-type'.split(' ')

const HEAD = 16_384
const ENVELOPE = /^From \S{1,200} {1,4}[^\n]{10,200}\n/
const HAS_TIME = /\d{1,2}:\d\d/
/** The line before another message, where a mailbox lost its first. */
const NEXT_ENVELOPE = /\n\r?\nFrom [^\n]{1,200} \d{1,2}:\d\d[^\n]{0,100}\n[A-Za-z][A-Za-z0-9_-]{1,60}:/
/** What Apple Mail writes before a message: its length in bytes. */
const LENGTH = /^\d{1,10}[ \t]*\r?\n/
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f]/

/**
 * The type of a file of mail, or of a page saved as mail is; undefined for any other. `head` is the beginning of the file as Latin-1,
 * without byte order mark and leading white space. A file that is called a message needs less to be taken for one.
 */
export function mailTypeOf(head: string, name: string): string | undefined {
  const extension = extensionOf(name)
  const isCalledMail = extension === 'eml' || extension === 'emlx'
  const envelope = ENVELOPE.exec(head)?.[0]
  if (envelope !== undefined && hasMailHeaders(head.slice(envelope.length), isCalledMail || HAS_TIME.test(envelope)))
    return isCalledMail ? 'message/rfc822' : 'application/mbox'
  const length = LENGTH.exec(head)?.[0]
  if (length !== undefined) return hasMailHeaders(head.slice(length.length), isCalledMail) ? 'message/x-emlx' : undefined
  if (!isCalledMail && isSavedPage(head)) return 'multipart/related'
  if (!hasMailHeaders(head, isCalledMail)) return undefined
  return !isCalledMail && NEXT_ENVELOPE.test(head) ? 'application/mbox' : 'message/rfc822'
}

/** `isMeant`: something else says that this is mail, so that one known header is enough. */
function hasMailHeaders(head: string, isMeant: boolean): boolean {
  const known = new Set<string>()
  for (const line of head.slice(0, HEAD).split(/\r?\n/)) {
    if (line === '') break
    if (/^(?:[ \t]|>From )/.test(line)) continue
    const name = /^([A-Za-z][A-Za-z0-9_-]{1,60})[ \t]*:/.exec(line)?.[1]?.toLowerCase()
    // A damaged head: what was there until here decides.
    if (name === undefined && isMeant) break
    if (name === undefined || CONTROL.test(line)) return false
    if (MAIL_HEADERS.has(name)) known.add(name)
  }
  if (isMeant) return known.size > 0
  // A letter typed as text also has From, To and Date: only the machine's own headers tell mail from it.
  return MACHINE_HEADERS.some((name) => known.has(name)) && known.size >= 3
}

/** Headers that only what was sent through the mail has. */
const TRANSPORT = /^(?:received|delivered-to|return-path|message-id|to|cc|in-reply-to):/im
/** Browsers say that they saved it, or where from; Word and old browsers say neither, and have none of the headers of mail. */
const SAVED = /^(?:snapshot-content-location:|from:\s*"?<?saved by |content-location:\s*(?:https?|file):)/im

/** A page saved as MHTML, which is a message that nobody sent. */
function isSavedPage(head: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9-]{1,60}:/.test(head)) return false
  const end = head.slice(0, HEAD).search(/\r?\n\r?\n/)
  const headers = head.slice(0, end < 0 ? HEAD : end)
  if (!/^mime-version:/im.test(headers) || !/^content-type:\s*(?:multipart\/related|text\/html)/im.test(headers)) return false
  if (SAVED.test(headers)) return true
  return !TRANSPORT.test(headers) && /^content-type:\s*multipart\/related/im.test(headers) && /text\/html/i.test(head)
}
