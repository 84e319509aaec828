/** What a library or a reader says went wrong, as the end of a sentence: at most 200 characters, with a full stop. */
export function errorSentence(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 200)
  return /[.!?]$/.test(message) ? message : `${message}.`
}
