import type { ReadDb } from '#engine/store/connection'
import { findOcrChoice, languagesAround } from '#engine/store/ocr-choices'
import type { DocumentId } from '#shared/model/ids'
import { findOcrLanguage, ocrCodeOf } from '#shared/model/ocr-languages'

/** In which languages to read a document: `chosen` by a person, else those of what lies around it, the commonest first (maybe none). */
export type LanguagesFor = Readonly<{ languages: readonly string[]; chosen: boolean }>

/** A choice of languages whose data is not there (any more) counts as none. */
export function ocrLanguagesFor(db: ReadDb, id: DocumentId): LanguagesFor {
  const choice = findOcrChoice(db, id)?.filter((code) => findOcrLanguage(code) !== undefined) ?? []
  if (choice.length > 0) return { languages: choice, chosen: true }
  const around = languagesAround(db, id).flatMap((tag) => ocrCodeOf(tag) ?? [])
  return { languages: [...new Set(around)], chosen: false }
}
