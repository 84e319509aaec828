import { CHARACTER, classAt, INVISIBLE, MARK, widthAt } from '#shared/text/char-class'
import { indexText } from '#shared/text/index-text'
import { forEachToken } from '#shared/text/tokenize'

const HANGUL = /\p{Script=Hangul}/u
const ONLY_HANGUL = /^\p{Script=Hangul}+$/u

/** Letters of a word that are kept: nobody types a longer beginning. */
const MOST_LETTERS = 24

/** Stands before a whole word, so that it is no term that text itself has: those begin with a letter or digit. */
const WHOLE = '\u2060'

/** True for a term that is one Hangul letter. */
export const isHangulLetter = (term: string): boolean => ONLY_HANGUL.test(term)

/** The index term of a Hangul word, or the beginning of such a term, given the terms of the letters. */
export const wholeHangulWord = (letters: readonly string[]): string => WHOLE + letters.slice(0, MOST_LETTERS).join('')

/**
 * The Hangul words of `text` as whole terms, with single spaces between, in order; empty where there are none. Hangul is indexed letter
 * by letter, since nothing else finds a word inside another; but Korean has spaces, and by these terms a word that *begins* so is told
 * from one that only holds the letters. Cost: of text without Hangul, one look for it; else that of `forEachToken`.
 */
export function hangulWords(text: string): string {
  if (!HANGUL.test(text)) return ''
  const words: string[] = []
  let letters: string[] = []
  const close = (): void => {
    if (letters.length > 0) words.push(wholeHangulWord(letters))
    letters = []
  }
  forEachToken(text, (term, _start, _end, glued) => {
    const isLetter = isHangulLetter(term)
    if (!glued || !isLetter) close()
    if (isLetter) letters.push(term)
  })
  close()
  return words.join(' ')
}

/**
 * What is stored in a column of the full-text index for `text`: the terms of `indexText`, and behind them, where they part no phrase, its
 * whole Hangul words.
 */
export const indexColumn = (text: string): string => joinColumn(indexText(text), hangulWords(text))

/** A column, given what `indexText` and `hangulWords` say of its text. */
export const joinColumn = (terms: string, words: string): string => (words === '' ? terms : `${terms} ${words}`)

/** True when the letter that begins at `at` goes on a Hangul word: when a Hangul letter stands right before it, marks left aside. */
export function goesOnHangul(text: string, at: number): boolean {
  let before = at
  let kind = MARK
  while (before > 0 && (kind === MARK || kind === INVISIBLE)) {
    before -= before > 1 && widthAt(text, before - 2) === 2 ? 2 : 1
    kind = classAt(text, before)
  }
  return kind === CHARACTER && HANGUL.test(text.slice(before, before + widthAt(text, before)))
}
