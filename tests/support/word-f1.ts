/** The words of a text as they are compared: without vowel signs and what only tells how to draw. */
export function comparedWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u064b-\u0652\u0670]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}

/** The words of a text two by two: tells whether they stand in order. */
export function bigrams(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`)
}

/** The harmonic mean of precision and recall of what was read against what stands there, 0 to 1. */
export function f1(read: readonly string[], there: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of there) left.set(word, (left.get(word) ?? 0) + 1)
  let hits = 0
  for (const word of read) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    hits++
    left.set(word, count - 1)
  }
  return read.length + there.length === 0 ? 1 : (2 * hits) / (read.length + there.length)
}
