/**
 * The query for commands that know nothing of typing: while the last word is unfinished it is asked for as the beginning of a word,
 * which is what the list shows.
 */
export function finishedQuery({ query, typing }: Readonly<{ query: string; typing: boolean }>): string {
  return typing && /[\p{L}\p{N}]$/u.test(query) ? `${query}*` : query
}
