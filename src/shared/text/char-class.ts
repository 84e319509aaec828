/** What a character is to the tokenizer. */
export const SEPARATOR = 0
/** Letters and digits: a run of them is one term. */
export const WORD = 1
/** Belongs to the character before it. */
export const MARK = 2
/** Invisible (joiners, bidi controls, soft hyphen): neither ends a word nor is part of its place in the text. */
export const INVISIBLE = 3
/** A letter of a script written without spaces between words: a term of its own, with its marks. */
export const CHARACTER = 4
const SURROGATE = 5

const UNSPACED_LETTER =
  /(?=[\p{L}\p{Nl}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{Script=Hangul}\p{Script=Yi}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Javanese}\p{Script=Balinese}]/u
const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u
const COMBINING = /\p{M}/u
const FORMAT = /\p{Cf}/u

/** Modifier letters used as apostrophes: they part words as the apostrophe does. */
const APOSTROPHES = '\u02bb\u02bc\u07f4\u07f5'
/** Signs that stand before numbers or close a verse; Unicode calls them format characters though they are seen. */
const SEEN_FORMATS = '\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2'
/**
 * Letters by category that never begin a word here: tatweel, small Qur'anic letters, transliteration signs, half-width voicing marks,
 * and the Thai and Lao vowels whose composed form ends in them (so that both forms make the same term).
 */
const TRAILING = '\u0640\u06e5\u06e6\u02b9\u02ba\u02be\u02bf\u02c8\u02cc\uff9e\uff9f\u0e32\u0e33\u0eb2\u0eb3'
/** Hangul vowels and final consonants of decomposed text. */
const isTrailingJamo = (code: number) => (code >= 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7fb)

function classify(character: string): number {
  if (APOSTROPHES.includes(character) || SEEN_FORMATS.includes(character)) return SEPARATOR
  if (TRAILING.includes(character) || isTrailingJamo(character.codePointAt(0) ?? 0)) return MARK
  if (UNSPACED_LETTER.test(character)) return CHARACTER
  if (LETTER_OR_NUMBER.test(character)) return WORD
  if (COMBINING.test(character)) return MARK
  return FORMAT.test(character) ? INVISIBLE : SEPARATOR
}

/** Classes of the code units of the first plane, filled in as they are met (0 = not met, else class + 1). */
const met = new Uint8Array(0x10000)

function meet(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
  const found = isSurrogate ? SURROGATE : classify(String.fromCharCode(unit))
  met[unit] = found + 1
  return found
}

/** The class of the character that begins at `at`; SEPARATOR past the end and for half a surrogate pair. Cost: one table look-up. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (at >= text.length) return SEPARATOR
  const known = met[unit] ?? 0
  const found = known === 0 ? meet(unit) : known - 1
  if (found !== SURROGATE) return found
  const point = text.codePointAt(at) ?? 0
  return point > 0xffff ? classify(String.fromCodePoint(point)) : SEPARATOR
}

/** Code units of the character at `at`: 1 or 2. */
export function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}
