const LONGEST = 5_000_000
const TOO_DEEP = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){60}/m
/** Rows of a table get as many cells as its header has: few bytes can ask for thousands of millions. */
const MOST_CELLS = 2_000_000
/** Marks of emphasis in one paragraph, each of which is held against all that follow; in text written by people there are a few. */
const MOST_MARKS = 1500
/** At each letter of a word the lexer looks for the end of a mail address. Pictures written into links are passed over by it. */
const LONGEST_WORD = 5000
const PICTURE = '](data:'

/** Whether the lexer's time, stack or memory would be at risk: such a file is read as plain text. Cost: linear. */
export function isHardMarkdown(text: string): boolean {
  if (text.length > LONGEST || TOO_DEEP.test(text)) return true
  const lines = text.split('\n')
  let [widest, marks] = [0, 0]
  for (const line of lines) {
    marks = line.trim() === '' ? 0 : marks + marksIn(line)
    if (marks > MOST_MARKS || hasLongWord(line)) return true
    if (/^[\s>|:-]+$/.test(line)) widest = Math.max(widest, line.split('|').length)
  }
  return widest * lines.length > MOST_CELLS
}

function marksIn(line: string): number {
  let marks = 0
  for (const letter of line) if (letter === '*' || letter === '_') marks++
  return marks
}

function hasLongWord(line: string): boolean {
  return line.length > LONGEST_WORD && line.split(/\s+/).some((word) => word.length > LONGEST_WORD && !word.includes(PICTURE))
}
