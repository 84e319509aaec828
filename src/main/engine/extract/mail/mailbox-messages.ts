import { type OpenFile, readBytes } from '#engine/extract/read-file'

/** Where a message lies in a mailbox file, without the line that separates it from the one before. */
export type MailboxMessage = Readonly<{ start: number; end: number }>

const WINDOW = 4 * 1024 * 1024
/** A separating line and the beginning of the next are looked at together; longer ones separate nothing. */
const LONGEST_LINES = 2048
const NEW_LINE = 0x0a
const RETURN = 0x0d
const SEPARATOR = Buffer.from('From ', 'latin1')

/** `From`, who, when, or at least some figures or a dash; then the first header, or another separating line. */
const LOOSE = /^From (?:[^\r\n]{0,300}\d[^\r\n]{0,300}|-[ \t]*)\r?\n(?:[!-9;-~]{1,100}[ \t]*:|>From )/
const STRICT =
  /^From [^\r\n]{0,300} (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [^\r\n]{0,40}\d{1,2}:\d\d[^\r\n]{0,100}\r?\n(?:[!-9;-~]{1,100}[ \t]*:|>From )/

/**
 * The messages of a mailbox (mbox, RFC 4155), found by the lines between them: `From ` after an empty line with a header below it;
 * without the empty line only where it says day and hour as programs do. What stands before the first such line is a message as well.
 * Nothing is held but a window of 4 MB. Cost: linear.
 */
export function* mailboxMessages(file: OpenFile): Generator<MailboxMessage> {
  let start = 0
  for (const { at, after } of separators(file)) {
    if (at > start) yield { start, end: at }
    start = after
  }
  if (start < file.size) yield { start, end: file.size }
}

type Separator = Readonly<{ at: number; after: number }>

function* separators(file: OpenFile): Generator<Separator> {
  // One byte of the window before tells whether a line begins at the first of this one, two more whether an empty one ended there.
  for (let from = 0; from < file.size; from += WINDOW) {
    const lead = Math.min(from, 3)
    const bytes = readBytes(file, from - lead, lead + WINDOW + LONGEST_LINES)
    const window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const end = Math.min(lead + WINDOW, window.length)
    for (let at = window.indexOf(SEPARATOR, lead); at >= 0 && at < end; at = window.indexOf(SEPARATOR, at + 1)) {
      const isFirst = from === 0 && isBlank(window, at)
      if (!isFirst && window[at - 1] !== NEW_LINE) continue
      const lines = window.toString('latin1', at, at + LONGEST_LINES)
      if (!(isFirst ? /^From [^\n]*\n/ : isAfterBlankLine(window, at) ? LOOSE : STRICT).test(lines)) continue
      yield { at: from - lead + at, after: from - lead + at + lines.indexOf('\n') + 1 }
    }
  }
}

/** Only white space, or a byte order mark, from the beginning of the file. */
function isBlank(window: Buffer, end: number): boolean {
  return end <= 64 && /^(?:\u00ef\u00bb\u00bf)?\s*$/.test(window.toString('latin1', 0, end))
}

function isAfterBlankLine(window: Buffer, at: number): boolean {
  const before = window[at - 2] === RETURN ? at - 3 : at - 2
  return before < 0 || window[before] === NEW_LINE
}
