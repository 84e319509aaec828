export type NameScript = 'arabic' | 'latin' | 'cyrillic' | 'other'

const ARABIC = /^[\p{Script=Arabic}]+$/u
const LATIN = /^[\p{Script=Latin}]+$/u
const CYRILLIC = /^[\p{Script=Cyrillic}]+$/u

/** The script all of a folded index term is written in; `other` for mixed terms, digits and scripts that are not transliterated. */
export function scriptOf(term: string): NameScript {
  if (LATIN.test(term)) return 'latin'
  if (ARABIC.test(term)) return 'arabic'
  return CYRILLIC.test(term) ? 'cyrillic' : 'other'
}
