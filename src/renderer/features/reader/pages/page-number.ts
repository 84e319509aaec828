/** The page that somebody typed, in any script's digits, as a whole number between 1 and `count`; undefined for anything else. */
export function parsePageNumber(typed: string, count: number): number | undefined {
  const digits = [...typed.trim()].map((character) => digitOf(character))
  if (digits.length === 0 || digits.length > 9 || digits.includes(undefined)) return undefined
  const page = Number(digits.join(''))
  return page >= 1 ? Math.min(page, count) : undefined
}

/** Where the digits of a script begin: Latin, Arabic, Persian, Devanagari, Bengali, full-width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10] as const

function digitOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  const zero = ZEROS.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? undefined : code - zero
}
