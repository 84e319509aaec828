import { addressParser } from 'postal-mime'
import type { FoundMetadata } from '#engine/extract/found'
import { NOTHING_FOUND } from '#engine/extract/found'
import type { MessageIds } from '#engine/extract/job'
import { headerText } from '#engine/extract/mail/header-text'
import { mailDate } from '#engine/extract/mail/mail-date'
import type { HeaderField } from '#engine/extract/mail/mime-part'
import type { Fact, FactName } from '#shared/model/fact'

/** What the head of a message says, as the archive keeps it. */
export type MessageHead = Readonly<{
  metadata: FoundMetadata
  facts: readonly Fact[]
  ids: MessageIds
  /** What is found by search though it is no part of the message's text: people, addresses, subject. */
  searchable: readonly string[]
}>

/** In the order in which a reader of mail expects them. */
const SHOWN: readonly (readonly [FactName, string])[] = [
  ['subject', 'subject'],
  ['from', 'from'],
  ['to', 'to'],
  ['cc', 'cc'],
  ['bcc', 'bcc'],
  ['reply-to', 'reply-to']
]
const SEARCHED =
  'subject from sender to cc bcc reply-to resent-from resent-to delivered-to return-path organization keywords x-gmail-labels comments x-originating-ip x-mailer user-agent message-id'.split(
    ' '
  )
/** Characters of one value among the facts; search goes further. */
const LONGEST = 20_000
const LONGEST_SEARCHED = 1024 * 1024
const MOST_REFERENCES = 200

/** Reads the head of a message; `fallback` as in `headerText`. Never throws. */
export function messageHead(headers: readonly HeaderField[], fallback: string): MessageHead {
  const raw = (name: string): string | undefined => headers.find((field) => field.name === name)?.value
  const text = (name: string): string | null => clean(headers, name, fallback)
  const date = mailDate(raw('date') ?? '')
  const received = mailDate(raw('received')?.split(';').at(-1) ?? '')
  const messageId = idsIn(raw('message-id') ?? '')[0] ?? null
  const facts = SHOWN.map(([name, header]) => ({ name, value: text(header) }))
    .concat([
      { name: 'sent', value: date?.moment ?? date?.day ?? null },
      { name: 'received', value: received?.moment ?? null },
      { name: 'keywords', value: labels(text('x-gmail-labels'), text('keywords')) },
      { name: 'producer', value: text('x-mailer') ?? text('user-agent') },
      { name: 'message-id', value: messageId }
    ])
    .flatMap(({ name, value }): Fact[] => (value === null ? [] : [{ name, value: value.slice(0, LONGEST) }]))
  return {
    searchable: withoutRepeats(SEARCHED.flatMap((name) => text(name) ?? [])),
    metadata: {
      ...NOTHING_FOUND,
      title: text('subject'),
      author: authorOf(raw('from') || raw('sender'), fallback),
      date: date?.day ?? received?.day ?? null,
      language: raw('content-language')?.split(',')[0]?.trim() || null
    },
    facts,
    ids: { messageId, references: referencesOf(raw('references'), raw('in-reply-to')) }
  }
}

/** The address to which answers go is mostly the sender's. */
function withoutRepeats(lines: readonly string[]): string[] {
  return lines.filter((line, at) => !lines.some((other, before) => before < at && other.includes(line)))
}

/** All headers of this name, joined as one list: broken programs write several. Null when they say nothing. */
function clean(headers: readonly HeaderField[], name: string, fallback: string): string | null {
  const values = headers.filter((field) => field.name === name).slice(0, 50)
  const text = values.map(({ value }) => headerText(value.slice(0, LONGEST_SEARCHED), fallback).replaceAll(/\s+/g, ' ').trim())
  const joined = [...new Set(text.filter((value) => value !== ''))].join(name === 'subject' ? ' / ' : ', ')
  return joined === '' ? null : joined
}

function labels(...values: readonly (string | null)[]): string | null {
  return values.filter((value) => value !== null).join(', ') || null
}

const ENCODED_RUN = /=\?[^?\s]{1,60}\?[bq]\?[^?]{0,500}\?=(?:\s+=\?[^?\s]{1,60}\?[bq]\?[^?]{0,500}\?=)*/gi

/** The first sender by name; by address where there is no name. Encoded words may hold commas: they are decoded after the parsing. */
function authorOf(header: string | undefined, fallback: string): string | null {
  if (!header) return null
  const runs: string[] = []
  const masked = header.slice(0, 2000).replaceAll(ENCODED_RUN, (run) => `\ue000${runs.push(run) - 1}\ue001`)
  const decode = (text: string | undefined): string =>
    (text ?? '')
      .split(/\ue000(\d+)\ue001/)
      .map((piece, at) => headerText(at % 2 === 1 ? (runs[Number(piece)] ?? '') : piece, fallback))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const [first] = addressParser(masked, { flatten: true })
  return decode(first?.name) || decode(first?.address) || headerText(header.slice(0, 500), fallback) || null
}

/** Without angle brackets; in the order written. */
function idsIn(value: string): string[] {
  const marked = [...value.matchAll(/<([^<>\s]{1,500})>/g)].map((match) => match[1] ?? '')
  return marked.length > 0 ? marked : value.split(/[\s,]+/).filter((id) => id.includes('@') && id.length <= 500)
}

/** The last is the nearest: `In-Reply-To` goes there. */
function referencesOf(references: string | undefined, inReplyTo: string | undefined): string[] {
  const answered = idsIn(inReplyTo ?? '')[0]
  const list = idsIn(references ?? '').filter((id) => id !== answered)
  return [...new Set(answered === undefined ? list : [...list, answered])].slice(-MOST_REFERENCES)
}
