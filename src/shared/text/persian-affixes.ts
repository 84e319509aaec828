/**
 * Persian prefixes and endings that are written joined, with a zero-width non-joiner, or apart: all three make the same term.
 *
 * Only affixes that are no words of their own in the other languages of the script are joined over a space. The present-tense prefix
 * (می) is also how Arabic spells the name مي, so that it joins only what can be a Persian verb form; تر is the Kurdish word "other", so
 * that it does not join a word spelled with Kurdish letters.
 */
const ENDINGS: ReadonlySet<string> = new Set(
  'ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین ترها ترهای ترینها ترینهای'.split(' ')
)
const KURDISH_LETTERS = /[ێۆەڕڵ]/
const ARABIC_LETTER = /[\u0621-\u06d3]$/
/** Persian past stems end in د or ت, personal endings in م ی د; everyday spelling adds ه and ن. */
const FORMAL_VERB_END = /[میيدت]$/
const VERB_END = /[میيدتهن]$/
const GAP = /^(?:[ \u00a0\u202f]\n?|\n)[ \u00a0]?$/
const ARABIC_YEH = 'ي'

/** A term and its place, as `tokenize` hands it over. */
type Placed = Readonly<{ term: string; start: number; end: number }>

/** True when `term` may be an ending; cheap, and false for nearly every word. */
export function mayBeEnding(term: string): boolean {
  const first = term.charCodeAt(0)
  return (first === 0x647 || first === 0x62a) && ENDINGS.has(term)
}

/** True when `term` is the prefix of the Persian present tense, or looks like it. */
export function mayBePrefix(term: string): boolean {
  return term === 'می' || term === 'نمی'
}

/** True when the two neighbouring terms are one Persian word written apart. Call only where one of the two tests above holds. */
export function joins(text: string, before: Placed, after: Placed): boolean {
  if (!GAP.test(text.slice(before.end, after.start))) return false
  const left = text.slice(before.start, before.end)
  if (mayBePrefix(before.term)) {
    const right = text.slice(after.start, after.end)
    return after.term.length > 1 && (left.endsWith(ARABIC_YEH) ? FORMAL_VERB_END : VERB_END).test(right)
  }
  if (!mayBeEnding(after.term) || before.term.length < 2 || !ARABIC_LETTER.test(before.term)) return false
  return after.term.startsWith('ه') || !KURDISH_LETTERS.test(left)
}
