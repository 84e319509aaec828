import { forEachToken, LONGEST_WORD } from '#shared/text/tokenize'

const BEYOND_ASCII = /[^\0-\x7f]/
const NOT_A_TERM = /[^a-z0-9]+/g
/** The tokenizer cuts longer runs; such text goes the long way. */
const OVERLONG = new RegExp(`[a-z0-9]{${LONGEST_WORD + 1}}`)

/** Characters after which the next empty line ends a stretch: so the terms of a very long text are never all held one by one. */
const STRETCH = 500_000

/**
 * The terms of `text` with single spaces between, as they are stored in the full-text index (FTS5, `tokenize='ascii'`: terms are ASCII
 * letters and digits or beyond ASCII, so that FTS5 cuts exactly at these spaces). Empty when nothing in the text can be searched.
 *
 * Stretches of plain ASCII lines have the same terms without any folding, and cost a fraction.
 */
export function indexText(text: string): string {
  if (text.length <= STRETCH && !BEYOND_ASCII.test(text)) return indexAscii(text)
  const parts: string[] = []
  let from = 0
  let isAscii: boolean | undefined
  // Terms never reach over the end of a line into or out of plain ASCII: no ASCII term joins another. None reaches over an empty line.
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at)
    const lineIsAscii = !BEYOND_ASCII.test(text.slice(at, end))
    const isLong = at - from > STRETCH && text.startsWith('\n\n', at - 2)
    if (isAscii !== undefined && (lineIsAscii !== isAscii || isLong)) {
      parts.push(isAscii ? indexAscii(text.slice(from, at)) : indexFolded(text.slice(from, at)))
      from = at
    }
    isAscii = lineIsAscii
    at = end
  }
  parts.push(isAscii ? indexAscii(text.slice(from)) : indexFolded(text.slice(from)))
  return parts.filter((part) => part !== '').join(' ')
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

function indexAscii(text: string): string {
  const lower = text.toLowerCase()
  return OVERLONG.test(lower) ? indexFolded(text) : lower.replace(NOT_A_TERM, ' ').trim()
}

function indexFolded(text: string): string {
  const terms: string[] = []
  forEachToken(text, (term) => {
    terms.push(term)
  })
  return terms.join(' ')
}
