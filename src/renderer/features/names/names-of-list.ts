import { indexText } from '#shared/text/index-text'

const MOST = 1000
const LONGEST = 300

/** The names of a pasted list, one a line, each once: bullets, numbering and lines without a letter or digit left out. */
export function namesOfList(text: string): Readonly<{ names: readonly string[]; isCut: boolean }> {
  const names = new Map<string, string>()
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const name = line
      .replace(/^\s*(?:[-*•–]|[\p{Nd}]{1,4}[.)-])\s+/u, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST)
    const key = indexText(name)
    if (key !== '' && key.split(' ').length <= 24 && !names.has(key)) names.set(key, name)
  }
  return { names: [...names.values()].slice(0, MOST), isCut: names.size > MOST }
}
