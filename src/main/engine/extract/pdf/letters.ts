/** Whether a character belongs to a script written from the right: Hebrew, Arabic and its kin, their presentation forms, N'Ko, Adlam. */
export function isRightToLeft(code: number): boolean {
  if (code < 0x590) return false
  if (code <= 0x8ff) return !isEasternDigit(code)
  return (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc) || (code >= 0x10800 && code <= 0x10fff)
}

/** Arabic and Persian digits, which are written from the left inside text that is not. */
export function isEasternDigit(code: number): boolean {
  return (code >= 0x660 && code <= 0x66c) || (code >= 0x6f0 && code <= 0x6f9)
}

/** Scripts that put no space between words: each character can be marked by itself, and lines are joined without a space. */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x9fff && code !== 0x3000) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff)
  )
}

/** A letter whose meaning the document does not tell: a control character, one without a character assigned, or of private use. */
export function isUnreadable(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd || (code & 0xfffe) === 0xfffe || isPrivate(code)
}

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}

/** Characters that only tell how to draw what is around them. Those that join or part letters (U+200C, U+200D) are not among them. */
function isInvisible(code: number): boolean {
  return (
    code === 0 ||
    code === 0xad ||
    code === 0xfeff ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  )
}

/** Letters as they are drawn at the beginning, middle or end of a word, and several drawn as one. */
function isPresentationForm(code: number): boolean {
  return (code >= 0xfb00 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc)
}

/** A character as it is read. Only letters that exist for the sake of drawing are replaced: text is kept as it was written otherwise. */
export function writtenAs(code: number): string {
  if (isUnreadable(code) || isInvisible(code)) return ''
  const character = String.fromCodePoint(code)
  return isPresentationForm(code) ? character.normalize('NFKC').trim() : character
}

/** Marks above and below Hebrew and Arabic letters: vowels, hamza, madda. */
export function isMark(code: number): boolean {
  return (
    (code >= 0x591 && code <= 0x5c7 && code !== 0x5be && code !== 0x5c0 && code !== 0x5c3 && code !== 0x5c6) ||
    (code >= 0x610 && code <= 0x61a) ||
    (code >= 0x64b && code <= 0x65f) ||
    code === 0x670 ||
    (code >= 0x6d6 && code <= 0x6ed && code !== 0x6dd && code !== 0x6de && code !== 0x6e5 && code !== 0x6e6 && code !== 0x6e9)
  )
}

/** Accents that stand beside letters in fonts of their own, and those that stand on letters. */
const COMBINING = new Map([
  [0x60, 0x300],
  [0xb4, 0x301],
  [0x2ca, 0x301],
  [0x2c6, 0x302],
  [0x5e, 0x302],
  [0x2dc, 0x303],
  [0x7e, 0x303],
  [0xaf, 0x304],
  [0x2c9, 0x304],
  [0x2d8, 0x306],
  [0x2d9, 0x307],
  [0xa8, 0x308],
  [0x2da, 0x30a],
  [0x2dd, 0x30b],
  [0x2c7, 0x30c],
  [0xb8, 0x327],
  [0x2db, 0x328]
])

/** Whether a character can be the accent of a letter over which it is drawn. */
export const isAccent = (code: number): boolean => COMBINING.has(code)

/** The letter that an accent drawn over another letter makes with it, as one code; undefined when there is none. */
export function accented(accent: number, letter: number): number | undefined {
  const mark = COMBINING.get(accent)
  if (mark === undefined) return undefined
  const base = letter === 0x131 ? 'i' : letter === 0x237 ? 'j' : String.fromCodePoint(letter)
  const whole = (base + String.fromCodePoint(mark)).normalize('NFC')
  return whole.length === 1 ? whole.charCodeAt(0) : undefined
}

let ordinary: Uint8Array | undefined

/** Whether a character says what it is, whatever stands beside it: most of those written from the left. */
export function isOrdinary(code: number): boolean {
  if (code > 0xffff) return false
  ordinary ??= Uint8Array.from({ length: 0x10000 }, (_, at) =>
    isUnreadable(at) ||
    isInvisible(at) ||
    isPresentationForm(at) ||
    isUnspaced(at) ||
    isRightToLeft(at) ||
    isAccent(at) ||
    isSurrogate(at)
      ? 0
      : 1
  )
  return ordinary[code] === 1
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff
