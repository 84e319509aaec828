const WORDS_A_MINUTE = 230

/** How long an unhurried reader takes, in whole minutes, at least 1. Undefined for a document without words. */
export function readingMinutes(wordCount: number): number | undefined {
  return wordCount > 0 ? Math.max(1, Math.round(wordCount / WORDS_A_MINUTE)) : undefined
}
