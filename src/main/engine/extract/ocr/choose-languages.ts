import { findOcrLanguage, OCR_LANGUAGES } from '#shared/model/ocr-languages'

/** Two at most where nobody has chosen: each costs as much time again. */
const MOST_GUESSED = 2

/** What is tried for a script when nothing around tells its language; the commonest languages of other scripts are the first of the list. */
const BY_SCRIPT: Readonly<Record<string, readonly string[]>> = { Latin: ['eng', 'fra'], Arabic: ['fas', 'ara'] }

/**
 * The languages in which to read a page whose script is seen (undefined: it can not be told), where nobody has chosen. `around` are
 * the languages of what lies beside it, the commonest first. Never empty.
 */
export function chooseLanguages(script: string | undefined, around: readonly string[]): readonly string[] {
  const known = around.filter((code) => findOcrLanguage(code) !== undefined)
  if (script === undefined) return known.length > 0 ? known.slice(0, MOST_GUESSED) : ['eng', 'fra']
  const fitting = known.filter((code) => findOcrLanguage(code)?.script === script)
  if (fitting.length > 0) return fitting.slice(0, MOST_GUESSED)
  const usual = BY_SCRIPT[script]
  if (usual) return usual
  const first = OCR_LANGUAGES.find((language) => language.script === script)
  // A script for which there is no data: what there is finds digits and Latin names.
  return [first?.code ?? 'eng']
}
