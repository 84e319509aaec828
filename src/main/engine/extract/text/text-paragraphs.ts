/** A line this long was not broken by hand: in such a text each line is a paragraph. */
const UNWRAPPED = 160

/** A stretch of lines without an empty one, white space at line ends removed. */
export type Paragraph = readonly string[]

/**
 * The paragraphs of a plain text: lines between empty lines; where lines are as long as paragraphs, each line is one. Indentation at the
 * start of lines stays, since verse and lists live by it.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let lines: string[] = []
  let longest = 0
  const end = (): void => {
    if (lines.length === 0) return
    if (longest > UNWRAPPED) for (const line of lines) paragraphs.push([line])
    else paragraphs.push(lines)
    lines = []
    longest = 0
  }
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f]/)) {
    const line = raw.trimEnd()
    if (line === '') end()
    else {
      lines.push(line)
      if (line.length > longest) longest = line.length
    }
  }
  end()
  return paragraphs
}
