/** Share of letters that must be changed, added or left out to make `read` of `written` (Levenshtein distance over its length). */
export function characterErrorRate(written: string, read: string): number {
  const from = [...written]
  const to = [...read]
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [row, letter] of from.entries()) {
    const next = [row + 1]
    for (const [column, other] of to.entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    previous = next
  }
  return (previous.at(-1) ?? 0) / from.length
}
