const normal = (line: string): string => line.replace(/\s+/g, ' ').trim()

/**
 * The lines of a document's whole text that its reader text leaves out: a difference of multisets of lines, white space apart.
 * What is in neither place twice is indexed once, so every word of the document can be found and none counts double. Cost: linear.
 */
export function restOfText(allText: string, readerText: string): string {
  const inReader = new Map<string, number>()
  for (const line of readerText.split('\n')) {
    const key = normal(line)
    inReader.set(key, (inReader.get(key) ?? 0) + 1)
  }
  const rest: string[] = []
  for (const line of allText.split('\n')) {
    const key = normal(line)
    const left = inReader.get(key) ?? 0
    if (left > 0) inReader.set(key, left - 1)
    else if (key !== '') rest.push(key)
  }
  return rest.join('\n')
}
