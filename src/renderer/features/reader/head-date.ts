import type { TFunction } from 'i18next'
import { hasText } from '#renderer/features/reader/reader-view.ts'
import type { Format } from '#renderer/i18n/format.ts'
import type { DocumentDetail } from '#shared/model/document'

/** Kinds whose date is that of publication; that of a letter, a scan or a photograph only says when it was made. */
const PUBLISHED = /^(?:text\/html|application\/xhtml\+xml|multipart\/related|application\/(?:x-webarchive|epub\+zip))$/

/**
 * The date under a title: when a page or a book was published, when another document was made, or, where a page says neither, when it was
 * captured or saved. Says of a text without any date that there is none; null for what could not be read at all.
 */
export function headDate(document: DocumentDetail, format: Format, t: TFunction): string | null {
  const { date, facts, mediaType } = document
  if (date !== null) {
    const words = format.date(date, 'long')
    return PUBLISHED.test(mediaType) ? t('reader.published', { date: words }) : words
  }
  const taken = facts.find(({ name }) => name === 'captured' || name === 'saved')
  if (taken === undefined) return hasText(document) ? t('reader.undated') : null
  return t(taken.name === 'captured' ? 'reader.capturedOn' : 'reader.savedOn', {
    date: format.date(taken.value.slice(0, 10), 'long')
  })
}
