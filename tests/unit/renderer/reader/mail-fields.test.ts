import { describe, expect, it } from 'vitest'
import { isMessage, mailFields } from '#renderer/features/reader/mail/mail-fields.ts'
import type { DocumentDetail } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'

const message = (facts: readonly Fact[], mediaType = 'message/rfc822') => ({ mediaType, facts }) as DocumentDetail

describe('the head of a message', () => {
  it('has its lines in the order mail programs have them, without empty ones', () => {
    const fields = mailFields(
      message([
        { name: 'sent', value: '2020-12-09T14:03:00Z' },
        { name: 'to', value: 'archive@nehrin.example' },
        { name: 'cc', value: ' ' },
        { name: 'from', value: 'Rana Orsal <rana@darvan.example>' },
        { name: 'message-id', value: 'x@y' }
      ])
    )
    expect(fields.map(({ name }) => name)).toEqual(['from', 'to', 'sent'])
  })

  it('tells who is answered only where it is somebody else', () => {
    const from = { name: 'from', value: 'rana@darvan.example' } as const
    expect(mailFields(message([from, { name: 'reply-to', value: 'rana@darvan.example' }]))).toHaveLength(1)
    expect(mailFields(message([from, { name: 'reply-to', value: 'list@darvan.example' }]))).toHaveLength(2)
  })

  it('is drawn for messages only', () => {
    const facts: readonly Fact[] = [{ name: 'from', value: 'a' }]
    expect(isMessage(message(facts))).toBe(true)
    expect(isMessage(message(facts, 'application/vnd.ms-outlook'))).toBe(true)
    expect(isMessage(message(facts, 'text/html'))).toBe(false)
    expect(isMessage(message([]))).toBe(false)
  })
})
