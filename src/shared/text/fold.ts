import { FOLD_LETTERS } from '#shared/text/fold-letters'

/** Stored with each document: raised whenever its text would be indexed by other terms, so that it is indexed again. */
export const FOLD_VERSION = 2

const ASCII_ONLY = /^[\0-\x7f]*$/

/**
 * Marks that carry no difference a searcher would want: accents, harakat and Qur'anic signs, niqqud, joiners, bidi controls, variation
 * selectors. The vowel signs of the Indic and South-East Asian scripts and of Thaana, and the Japanese voicing marks, are letters to
 * their readers and stay; of the Indic nuktas only the Devanagari one goes, which writers leave out at will.
 */
const DROPPED_MARKS =
  /(?![\u07a6-\u07b0\u0900-\u093b\u093d-\u109f\u1700-\u17ff\u1900-\u1aaf\u1b00-\u1ccf\u3099\u309a\ua800-\ua8df\ua900-\ua95f\ua980-\uabff\u{11000}-\u{11fff}])[\p{Mn}\p{Me}\p{Cf}]/gu

const MAPPED = new RegExp(`[${[...FOLD_LETTERS.keys()].join('')}]`, 'gu')

const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu

/** Enough for every character of Unicode; the loop in `foldWord` stops at the first pass that changes nothing. */
const MOST_PASSES = 4

function foldOnce(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(DROPPED_MARKS, '')
    .replace(MAPPED, (letter) => FOLD_LETTERS.get(letter) ?? letter)
    .normalize('NFC')
}

/**
 * The form under which a word is indexed and searched: case, accents, vowel marks, joiners, presentation forms, digits of other
 * scripts and the interchangeable letters of `fold-letters.ts` make no difference any more.
 *
 * Idempotent. Empty when nothing searchable is left. A ligature of several words (`ﷺ`) comes back as words with single spaces between.
 * Cost: a few microseconds for a word that is not plain ASCII; `tokenize` remembers the words it has met.
 */
export function foldWord(word: string): string {
  if (ASCII_ONLY.test(word))
    return word
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  let folded = word
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = foldOnce(folded)
    if (next === folded) break
    folded = next
  }
  return folded.replace(NOT_WORD, ' ').trim()
}
