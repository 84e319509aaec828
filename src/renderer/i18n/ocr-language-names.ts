import type { Format } from '#renderer/i18n/format.ts'
import { findOcrLanguage } from '#shared/model/ocr-languages'

/** The names of OCR languages given by their codes (`fas`); a code without a known language stands as it is. */
export function ocrLanguageNames(codes: readonly string[], format: Format): string[] {
  return codes.map((code) => {
    const known = findOcrLanguage(code)
    return known === undefined ? code : (format.language(known.tag) ?? code)
  })
}
