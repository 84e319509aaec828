import type { TextCache } from '#engine/search/text-cache'
import type { ReadDb } from '#engine/store/connection'
import type { DocumentId } from '#shared/model/ids'
import type { Passage } from '#shared/model/search'
import type { Matcher } from '#shared/text/matcher'
import { bestPassages, type PassageOptions } from '#shared/text/passages'

/**
 * The passages of a document that show best what a query found, in document order; those of the Reader's text, or of all text where the
 * words stand only there. Empty when neither holds any of the words, or the document is gone.
 */
export function passagesOf(
  db: ReadDb,
  texts: TextCache,
  documentId: DocumentId,
  matcher: Matcher,
  options: PassageOptions
): Passage[] {
  const text = texts.get(db, documentId)
  const inReader = bestPassages(text.reader, matcher, options)
  if (inReader.length > 0) return inReader.map((passage) => ({ ...passage, view: 'reader' as const }))
  return bestPassages(text.all, matcher, options).map((passage) => ({ ...passage, view: 'all' as const }))
}
