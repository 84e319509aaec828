/** The Arabic article in Latin letters: al-, el-, ul-, and as it is heard before a letter of the sun (ash-Sharif, ed-Din). */

const VOWELS = ['a', 'e', 'u']
const PLAIN: ReadonlySet<string> = new Set(['ال', 'al', 'el', 'ul', 'ol', 'il'])
/** What each letter of the sun begins a Latin word with. */
const SUN_LETTERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ت', ['t']],
  ['ط', ['t']],
  ['ث', ['th', 't', 's']],
  ['د', ['d']],
  ['ض', ['d']],
  ['ذ', ['dh', 'd', 'z']],
  ['ظ', ['z', 'dh', 'd']],
  ['ر', ['r']],
  ['ز', ['z']],
  ['س', ['s']],
  ['ص', ['s']],
  ['ش', ['sh', 'ch', 'c', 's']],
  ['ن', ['n']]
])

/** True when the folded word may be the article of `next`: `az` before `zayat`, but not before `hashimi`. */
export const isArticle = (word: string, next: string): boolean =>
  PLAIN.has(word) || heardBefore(next).some((heard) => heard === word)

/** The ways to write the article of `next` (a folded word) in Latin letters, the plain ones first. */
export const latinArticles = (next: string): readonly string[] => ['al', 'el', 'ul', ...heardBefore(next)]

function heardBefore(next: string): readonly string[] {
  const latin = /^(?:sh|ch|th|dh|[tdrzsn])/.exec(next)?.[0]
  const consonants = latin === undefined ? (SUN_LETTERS.get(next.charAt(0)) ?? []) : [latin, latin.charAt(0)]
  return [...new Set(consonants)].flatMap((consonant) => VOWELS.map((vowel) => vowel + consonant))
}
