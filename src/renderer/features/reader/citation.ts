import type { DocumentDetail } from '#shared/model/document'

/** What a citation says, in the words of the window's language. */
export type CitationParts = Readonly<{ date: string | null; undated: string; original: string }>

/**
 * One line that names the document and pins it to its bytes: `Author, “Title”, Publisher, date. Address. Original: name (SHA-256 …)`.
 * Unknown parts are left out, never filled in; only a missing date is said.
 */
export function citationOf(document: DocumentDetail, { date, undated, original }: CitationParts): string {
  const named = [
    document.author,
    `“${document.title}”`,
    document.publisher === document.author ? null : document.publisher,
    date ?? undated
  ]
  const sentences = [named.filter((part) => part !== null && part !== '').join(', '), document.sourceUrl]
  const source = `${original} ${document.fileName} (SHA-256 ${document.sha256})`
  return [...sentences, source].filter((part) => part !== null && part !== '').join('. ')
}
