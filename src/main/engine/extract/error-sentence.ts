/** What a library or a reader says went wrong, as the end of a sentence: at most 300 characters, with a full stop. */
export function errorSentence(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 300)
  return /[.!?]$/.test(message) ? message : `${message}.`
}
