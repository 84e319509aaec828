import { type MessageHead, messageHead } from '#engine/extract/mail/message-head'
import type { HeaderField } from '#engine/extract/mail/mime-part'
import { readHead } from '#engine/extract/mail/read-head'
import { FIXED_FROM, MapiStorage } from '#engine/extract/msg/mapi-storage'

const PROPERTY = {
  subject: 0x0037,
  headers: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  fromName: 0x0042,
  fromAddress: 0x0065,
  fromSmtp: 0x5d02,
  to: 0x0e04,
  cc: 0x0e03,
  bcc: 0x0e02,
  submitted: 0x0039,
  delivered: 0x0e06,
  created: 0x3007,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042
} as const
const RECEIVER = { name: 0x3001, address: 0x3003, smtp: 0x39fe, kind: 0x0c15 } as const
const KINDS: Readonly<Record<number, 'to' | 'cc' | 'bcc'>> = { 1: 'to', 2: 'cc', 3: 'bcc' }
const MOST_RECEIVERS = 20_000

/** The head of an Outlook message: what Outlook kept of it, and from the headers it came with what Outlook did not. */
export function msgHead(message: MapiStorage): MessageHead {
  const sent = readHead(Buffer.from(message.text(PROPERTY.headers) ?? '', 'utf8')).headers
  const kept = keptFields(message, sent)
  const names = new Set(kept.map(({ name }) => name))
  return messageHead([...kept, ...sent.filter(({ name }) => !names.has(name))], 'utf-8')
}

function keptFields(message: MapiStorage, sent: readonly HeaderField[]): HeaderField[] {
  const has = (name: string): boolean => sent.some((field) => field.name === name)
  const text = (id: number): string | undefined => message.text(id)
  const at = message.time(PROPERTY.submitted) ?? message.time(PROPERTY.delivered) ?? message.time(PROPERTY.created)
  const delivered = message.time(PROPERTY.delivered)
  const from =
    address(text(PROPERTY.fromName), text(PROPERTY.fromSmtp) ?? text(PROPERTY.fromAddress)) ??
    address(text(PROPERTY.senderName), text(PROPERTY.senderSmtp) ?? text(PROPERTY.senderAddress))
  const values: readonly (readonly [string, string | undefined])[] = [
    ['subject', text(PROPERTY.subject)],
    ['from', from],
    ...receivers(message),
    // The header tells the hour where the sender was; Outlook keeps the moment only.
    ['date', has('date') || at === undefined ? undefined : new Date(at).toUTCString()],
    ['received', has('received') || delivered === undefined ? undefined : `; ${new Date(delivered).toUTCString()}`],
    ['message-id', text(PROPERTY.messageId)],
    ['references', text(PROPERTY.references)],
    ['in-reply-to', text(PROPERTY.inReplyTo)]
  ]
  return values.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: utf8(value) }]))
}

/** Header values are Latin-1 of their bytes. */
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

function receivers(message: MapiStorage): [string, string | undefined][] {
  const lists = { to: [] as string[], cc: [] as string[], bcc: [] as string[] }
  const storages = message.storage.children.filter(({ name }) => /^__recip_version1\.0_/i.test(name))
  for (const storage of storages.slice(0, MOST_RECEIVERS)) {
    const receiver = new MapiStorage(message.cfb, storage, FIXED_FROM.part, message.charset)
    const written = address(receiver.text(RECEIVER.name), receiver.text(RECEIVER.smtp) ?? receiver.text(RECEIVER.address))
    if (written !== undefined) lists[KINDS[(receiver.number(RECEIVER.kind) ?? 1) & 0x0f] ?? 'to'].push(written)
  }
  return (['to', 'cc', 'bcc'] as const).map((kind) => [
    kind,
    lists[kind].length > 0 ? lists[kind].join(', ') : message.text(PROPERTY[kind])
  ])
}

/** As a header has it. Addresses inside one organisation are paths in its directory, which say nothing beside a name. */
function address(name: string | undefined, mail: string | undefined): string | undefined {
  const given = mail?.trim()
  const plain = name?.trim().replace(/^'(.*)'$/s, '$1')
  if (!given || (given.startsWith('/') && plain)) return plain || undefined
  if (!plain || plain.toLowerCase() === given.toLowerCase()) return given
  return `${/[,;<>"@()]/.test(plain) ? `"${plain.replaceAll('"', "'")}"` : plain} <${given}>`
}
