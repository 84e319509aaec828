/** White space that is not one space between two words. */
const UNEVEN = /[^\S \n]| (?: |\n|$)|(?:^|\n) /

/** Most texts are even, and what tells so of the whole costs less than looking at each of their lines. */
const lineKeys = (text: string): string[] => {
  const lines = text.split('\n')
  return UNEVEN.test(text) ? lines.map((line) => line.replace(/\s+/g, ' ').trim()) : lines
}

/**
 * The lines of a document's whole text that its reader text leaves out: a difference of multisets of lines, white space apart.
 * What is in neither place twice is indexed once, so every word of the document can be found and none counts double. Cost: linear.
 */
export function restOfText(allText: string, readerText: string): string {
  const inReader = new Map<string, number>()
  for (const key of lineKeys(readerText)) inReader.set(key, (inReader.get(key) ?? 0) + 1)
  const rest: string[] = []
  for (const key of lineKeys(allText)) {
    const left = inReader.get(key) ?? 0
    if (left > 0) inReader.set(key, left - 1)
    else if (key !== '') rest.push(key)
  }
  return rest.join('\n')
}
