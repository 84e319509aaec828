import type { SearchAnswer, UnderstoodTerm } from '#shared/model/search'
import { describeForms } from '#shared/text/describe-forms'

/** A stretch of the sentence that says how a query was read: plain text, or a word with what else is found for it. */
export type UnderstoodPiece = Readonly<{ at: number; text: string; term: UnderstoodTerm | null }>

/** What may stand between a word and its other forms: the end of a phrase, the star of a beginning, the distance of `~`. */
const AFTER_WORD = /["*~\d]*/uy
const IN_WORD = /[\p{L}\p{N}\p{M}]/u

/**
 * The sentence in pieces, in which each of `switched` stands where it was read first, in place of its text and the list of its forms.
 * The words of `answer.terms` stand in the sentence from left to right; one that is not found there follows at the end.
 */
export function understoodPieces(
  { understood, terms }: Pick<SearchAnswer, 'understood' | 'terms'>,
  switched: readonly UnderstoodTerm[]
): UnderstoodPiece[] {
  const waiting = new Map(switched.map((term) => [term.text, term]))
  const pieces: UnderstoodPiece[] = []
  let at = 0
  const say = (text: string, term: UnderstoodTerm | null): void => {
    if (text !== '') pieces.push({ at: pieces.length, text, term })
  }
  for (const { text, also } of terms) {
    const start = wordAt(understood, text, at)
    if (start < 0) continue
    const term = waiting.get(text) ?? null
    waiting.delete(text)
    say(understood.slice(at, start), null)
    say(text, term)
    at = start + text.length
    AFTER_WORD.lastIndex = at
    const sign = AFTER_WORD.exec(understood)?.[0] ?? ''
    const forms = describeForms(also)
    say(sign, null)
    at += sign.length
    if (forms !== '' && understood.startsWith(forms, at)) {
      // Forms of a word that is switched further left are named there.
      at += forms.length
    }
  }
  say(understood.slice(at), null)
  for (const term of waiting.values()) say(term.text, term)
  return pieces
}

/** Where `word` stands by itself at or after `from`; -1 where it does not. */
function wordAt(sentence: string, word: string, from: number): number {
  if (word === '') return -1
  for (let at = sentence.indexOf(word, from); at >= 0; at = sentence.indexOf(word, at + 1)) {
    const before = sentence[at - 1] ?? ' '
    const after = sentence[at + word.length] ?? ' '
    if (!IN_WORD.test(before) && !IN_WORD.test(after)) return at
  }
  return -1
}
