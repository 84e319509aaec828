import type { TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { headDate } from '#renderer/features/reader/head-date.ts'
import { formatFor } from '#renderer/i18n/format.ts'
import { startI18n } from '#renderer/i18n/setup.ts'
import type { DocumentDetail, DocumentStatus } from '#shared/model/document'
import type { Fact } from '#shared/model/fact'

describe('the date under a title', () => {
  let t: TFunction
  beforeAll(() => {
    t = startI18n().t
  })
  const words = (mediaType: string, date: string | null, facts: readonly Fact[] = [], status: DocumentStatus = 'searchable') =>
    headDate({ mediaType, date, facts, status, wordCount: 0 } as DocumentDetail, formatFor('en'), t)

  it('says of pages and books alone that they were published then', () => {
    expect(words('text/html', '2020-12-09')).toBe('published 9 December 2020')
    expect(words('application/epub+zip', '2020')).toBe('published 2020')
    expect(words('application/pdf', '2020-12-09')).toBe('9 December 2020')
    expect(words('image/jpeg', '2020-12')).toBe('December 2020')
  })

  it('says when a page without a date was captured or saved', () => {
    expect(words('text/html', null, [{ name: 'captured', value: '2023-09-01T12:00:00Z' }])).toBe('captured 1 September 2023')
    expect(words('multipart/related', null, [{ name: 'saved', value: '2022-09-05T07:30:00Z' }])).toBe('saved 5 September 2022')
    expect(words('text/html', '2020', [{ name: 'captured', value: '2023-09-01T12:00:00Z' }])).toBe('published 2020')
  })

  it('says that a text has none, and nothing of what could not be read', () => {
    expect(words('text/plain', null)).toBe('no date')
    expect(words('application/msword', null, [], 'locked')).toBeNull()
  })
})
