import { findOcrLanguage, OCR_LANGUAGES } from '#shared/model/ocr-languages'

/** Two at most where nobody has chosen: each costs as much time again. */
const MOST_GUESSED = 2

/** Scripts whose languages disturb each other when they are read together: there the likelier is tried first, and the other if it fails. */
const APART: ReadonlySet<string> = new Set(['Arabic'])

/** What is tried for a script when nothing around tells its language. */
const USUAL: Readonly<Record<string, readonly string[]>> = { Latin: ['eng', 'fra'], Arabic: ['fas', 'ara'] }

/**
 * In which languages to read a page where nobody has chosen: one attempt or several, to be made in this order until one is good. Each
 * has one language or more. `script` is the one seen on the page, undefined when it can not be told; `around` are the languages of what
 * lies beside it, the commonest first.
 */
export function chooseLanguages(script: string | undefined, around: readonly string[]): readonly (readonly string[])[] {
  const known = around.filter((code) => findOcrLanguage(code) !== undefined)
  const languages = (script === undefined ? withoutScript(known) : withScript(script, known)).slice(0, MOST_GUESSED)
  const isApart = languages.every((code) => APART.has(findOcrLanguage(code)?.script ?? ''))
  return isApart ? languages.map((code) => [code]) : [languages]
}

const withoutScript = (known: readonly string[]): readonly string[] => (known.length > 0 ? known : ['eng', 'fra'])

function withScript(script: string, known: readonly string[]): readonly string[] {
  const fitting = known.filter((code) => findOcrLanguage(code)?.script === script)
  if (fitting.length > 0) return fitting
  const first = OCR_LANGUAGES.find((language) => language.script === script)
  // A script for which there is no data: what there is finds digits and Latin names.
  return USUAL[script] ?? [first?.code ?? 'eng']
}
