/** The lines of all visible text that the reader text does not have, each as often as it is missing; in order, joined by line breaks. */
export function leftOut(allText: string, readerText: string): string {
  const shown = new Map<string, number>()
  for (const line of readerText.split('\n')) {
    const key = line.trim()
    if (key !== '') shown.set(key, (shown.get(key) ?? 0) + 1)
  }
  const missing: string[] = []
  for (const line of allText.split('\n')) {
    const key = line.trim()
    if (key === '') continue
    const left = shown.get(key) ?? 0
    if (left > 0) shown.set(key, left - 1)
    else missing.push(key)
  }
  return missing.join('\n')
}
