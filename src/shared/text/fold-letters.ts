/**
 * Letters that readers take for one another but Unicode does not decompose, each with the letters it is searched as.
 *
 * Arabic script: the spellings that keyboards, old encodings and habit mix up (yeh, kaf, heh, alef, waw, and the Sorani letters that
 * are a letter with a small mark). Latin: letters with a stroke, hook or ligature. Greek: the final sigma.
 */
const GROUPS: readonly (readonly [into: string, letters: string])[] = [
  ['ی', 'يىېےۍێ'],
  ['ک', 'كڪ'],
  ['ه', 'ةۀہھەۃ'],
  ['ا', 'ٱٲٳ'],
  ['و', 'ۆ'],
  ['ر', 'ڕ'],
  ['ل', 'ڵ'],
  ['', 'ءٴۥۦـ'],
  ['ss', 'ß'],
  ['l', 'ł'],
  ['o', 'ø'],
  ['d', 'đðɗ'],
  ['th', 'þ'],
  ['ae', 'æ'],
  ['oe', 'œ'],
  ['h', 'ħ'],
  ['t', 'ŧ'],
  ['i', 'ı'],
  ['n', 'ŋ'],
  ['b', 'ɓ'],
  ['k', 'ƙĸ'],
  ['y', 'ƴ'],
  ['', 'ʹʺʾʿˈˌ'],
  ['σ', 'ς'],
  // Hindi writes the nasal vowel with either sign.
  ['\u0902', '\u0901']
]

/** Where the ten digits of each script begin; NFKC turns the others into ASCII already. */
const DIGIT_ZEROS: readonly number[] = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0,
  0xa9f0, 0xaa50, 0xabf0
]

/** Each letter or digit that is searched as something else, with what it is searched as. All keys are lower case and decomposed. */
export const FOLD_LETTERS: ReadonlyMap<string, string> = new Map([
  ...GROUPS.flatMap(([into, letters]) => [...letters].map((letter) => [letter, into] as const)),
  ...DIGIT_ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), String(digit)] as const)
  )
])
