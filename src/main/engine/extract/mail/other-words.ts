/** Letters and digits next to each other. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * The lines of `text` that have a word which `shown` has not: of a second form of a message, what searching the first would miss.
 * Cost: linear in both.
 */
export function linesWithOtherWords(text: string, shown: string): string[] {
  const known = new Set(wordsOf(shown))
  return text.split(/\r\n|[\n\r]/).filter((line) => wordsOf(line).some((word) => !known.has(word)))
}

function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => word.toLowerCase())
}
