import type { MailboxMessage } from '#engine/extract/mail/mailbox-messages'
import { type OpenFile, readBytes } from '#engine/extract/read-file'

const CHUNK = 1024 * 1024
const QUOTED = Buffer.from('>From ', 'latin1')
const QUOTE = 0x3e
const NEW_LINE = 0x0a

/**
 * The bytes of a message as they were before it was put into the mailbox: without the empty line behind it, and without the `>` that
 * guarded lines beginning with `From `. In pieces of about 1 MB.
 */
export async function* unquotedMessage(file: OpenFile, { start, end }: MailboxMessage): AsyncGenerator<Uint8Array> {
  const last = withoutEmptyLine(file, start, end)
  let isLineStart = true
  for (let at = start; at < last; ) {
    const chunk = readBytes(file, at, Math.min(CHUNK, last - at))
    if (chunk.length === 0) return
    // Pieces end with lines, so that no guarded one is cut.
    const lineEnd = chunk.lastIndexOf(NEW_LINE) + 1
    const piece = at + chunk.length < last && lineEnd > 0 ? chunk.subarray(0, lineEnd) : chunk
    yield unquoted(piece, isLineStart)
    isLineStart = piece.at(-1) === NEW_LINE
    at += piece.length
  }
}

function withoutEmptyLine(file: OpenFile, start: number, end: number): number {
  const tail = readBytes(file, Math.max(start, end - 4), Math.min(4, end - start))
  const ends = Buffer.from(tail).toString('latin1')
  return end - (/(?<=\n)\r?\n$/.exec(ends)?.[0].length ?? 0)
}

function unquoted(piece: Uint8Array, isLineStart: boolean): Uint8Array {
  const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  const kept: Uint8Array[] = []
  let from = 0
  for (let at = buffer.indexOf(QUOTED); at >= 0; at = buffer.indexOf(QUOTED, at + 1)) {
    let first = at
    while (first > from && buffer[first - 1] === QUOTE) first--
    const before = buffer[first - 1]
    if (first === 0 ? !isLineStart : before !== NEW_LINE) continue
    kept.push(buffer.subarray(from, at))
    from = at + 1
  }
  return kept.length === 0 ? piece : Buffer.concat([...kept, buffer.subarray(from)])
}
