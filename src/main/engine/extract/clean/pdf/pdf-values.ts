import { type PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib'

/** The text of an entry; null where there is none, or what is there is no text. */
export function pdfText(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key))
  if (!(value instanceof PDFString || value instanceof PDFHexString)) return null
  try {
    return value.decodeText()
  } catch {
    // Not in any of the encodings that texts have.
    return value.asString()
  }
}

/** The name that an entry holds, without its slash; null where it holds none. */
export function pdfName(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : null
}

export const hasEntry = (dict: PDFDict, key: string): boolean => dict.has(PDFName.of(key))

/** Whether a dictionary is a comment or mark on a page, and no field of a form. */
export const isMark = (dict: PDFDict): boolean => {
  const subtype = pdfName(dict, 'Subtype')
  return hasEntry(dict, 'Rect') && subtype !== null && subtype !== 'Widget' && subtype !== 'Link'
}
