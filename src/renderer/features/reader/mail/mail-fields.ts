import type { DocumentDetail } from '#shared/model/document'
import type { FactName } from '#shared/model/fact'

/** A line of the head of a message. */
export type MailField = Readonly<{ name: MailFieldName; value: string }>
export type MailFieldName = Extract<FactName, 'from' | 'to' | 'cc' | 'bcc' | 'reply-to' | 'sent'>

const FIELDS: readonly MailFieldName[] = ['from', 'to', 'cc', 'bcc', 'reply-to', 'sent']
const MESSAGE = /^(?:message\/|multipart\/(?!related)|application\/vnd\.ms-outlook$)/

/** Whether a document is a message, and is headed like one. */
export function isMessage({ mediaType, facts }: DocumentDetail): boolean {
  return MESSAGE.test(mediaType) && facts.some(({ name }) => name === 'from' || name === 'sent' || name === 'to')
}

/** The lines of a message's head, in the order mail programs have them; lines that say nothing are left out. */
export function mailFields({ facts }: DocumentDetail): readonly MailField[] {
  return FIELDS.flatMap((name) => {
    const value = facts.find((fact) => fact.name === name)?.value ?? ''
    // Who is answered is told only where it is not who wrote.
    const isSame = name === 'reply-to' && facts.some((fact) => fact.name === 'from' && fact.value === value)
    return value.trim() === '' || isSame ? [] : [{ name, value }]
  })
}
