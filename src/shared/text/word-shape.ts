import { foldWord } from '#shared/text/fold'
import { tokenize } from '#shared/text/tokenize'
import { isUnspacedLetter } from '#shared/text/unspaced-script'

/** What a word typed in a query asks for. */
export type WordShape =
  | Readonly<{ kind: 'plain' }>
  /** `word~`, `word~1`: `distance` null where no number was given. */
  | Readonly<{ kind: 'fuzzy'; term: string; text: string; distance: number | null }>
  /** A star or question mark at the head of the word or inside it. */
  | Readonly<{ kind: 'wildcard'; pattern: string; text: string }>

const PLAIN: WordShape = { kind: 'plain' }

/** More than two letters apart, words have little to do with each other. */
const MOST_DISTANCE = 2
const FUZZY = /^(.+?)[~～](\p{Nd}?)$/su
const OUTER_SIGNS = /^[^\p{L}\p{N}\p{M}*?]+|[^\p{L}\p{N}\p{M}*]+$/gu
const SHAPED = /^[\p{L}\p{N}\p{M}\p{Cf}*?]+$/u
/** Letters that a shape must name: with fewer, half an archive fits. */
const FEWEST_LETTERS = 2

/** Takes any word; what can be neither is plain. A star at the end alone is a beginning, and a question mark there ends a question. */
export function wordShape(raw: string): WordShape {
  return fuzzyShape(raw) ?? wildcardShape(raw) ?? PLAIN
}

function fuzzyShape(raw: string): WordShape | null {
  const found = FUZZY.exec(raw)
  const text = found?.[1] ?? ''
  const [token, ...more] = tokenize(text)
  if (!token || more.length > 0 || isUnspacedLetter(token.term)) return null
  const digit = foldWord(found?.[2] ?? '')
  return { kind: 'fuzzy', term: token.term, text, distance: digit === '' ? null : Math.min(Number(digit), MOST_DISTANCE) }
}

function wildcardShape(raw: string): WordShape | null {
  const text = raw.replace(OUTER_SIGNS, '')
  if (!SHAPED.test(text) || !/[*?]/.test(text.replace(/\*+$/, ''))) return null
  const pieces = text.split(/([*?]+)/).map((piece) => (/[*?]/.test(piece) ? piece.replace(/\*+/g, '*') : foldWord(piece)))
  const letters = pieces.filter((piece) => piece !== '' && !/[*?]/.test(piece))
  if (letters.some((piece) => piece.includes(' ') || [...piece].some(isUnspacedLetter))) return null
  return letters.join('').length < FEWEST_LETTERS ? null : { kind: 'wildcard', pattern: pieces.join(''), text }
}
