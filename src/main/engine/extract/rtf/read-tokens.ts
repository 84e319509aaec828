import { hexByte } from '#engine/extract/charset/hex-digit'
/** What a file of RTF consists of, told in its order. */
export type RtfTokens = Readonly<{
  open: () => void
  close: () => void
  /** A control word, without its backslash; `value` is undefined where it has none. */
  word: (name: string, value: number | undefined) => void
  /** A control symbol: the character after the backslash. */
  symbol: (character: string) => void
  /** A character given by its byte (`\'hh`). */
  byte: (byte: number) => void
  /** A stretch of plain bytes. */
  text: (start: number, end: number) => void
  /** Binary data. */
  binary: (start: number, end: number) => void
}>

const OPEN = 0x7b
const CLOSE = 0x7d
const BACKSLASH = 0x5c
const QUOTE = 0x27
const NEWLINE = 0x0a
const RETURN = 0x0d
const MINUS = 0x2d
const SPACE = 0x20

/** No control word is longer. */
const LONGEST_WORD = 32
const LONGEST_NUMBER = 10

/** Goes through a file of RTF byte by byte; never fails. `keepsGoing` is asked at each group. Cost: linear. */
export function readTokens(bytes: Uint8Array, tokens: RtfTokens, keepsGoing: () => boolean): void {
  const { length } = bytes
  let at = 0
  while (at < length) {
    const byte = bytes[at]
    if (byte === OPEN) {
      tokens.open()
      at++
    } else if (byte === CLOSE) {
      tokens.close()
      at++
      if (!keepsGoing()) return
    } else if (byte === BACKSLASH) at = readControl(bytes, at + 1, tokens)
    else if (byte === NEWLINE || byte === RETURN || byte === 0) at++
    else {
      const start = at
      while (at < length && !isSpecial(bytes[at] ?? 0)) at++
      tokens.text(start, at)
    }
  }
}

function isSpecial(byte: number): boolean {
  return byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === NEWLINE || byte === RETURN || byte === 0
}

function readControl(bytes: Uint8Array, start: number, tokens: RtfTokens): number {
  const first = bytes[start]
  if (first === undefined) return start
  if (first === QUOTE) {
    const value = hexByte(bytes[start + 1], bytes[start + 2])
    if (value >= 0) {
      tokens.byte(value)
      return start + 3
    }
    return start + 1
  }
  if (!isLetter(first)) {
    tokens.symbol(String.fromCharCode(first))
    return start + 1
  }
  let end = start + 1
  while (end < start + LONGEST_WORD && isLetter(bytes[end])) end++
  let at = end
  const isNegative = bytes[at] === MINUS
  if (isNegative) at++
  const digits = at
  let value = 0
  while (at < digits + LONGEST_NUMBER && isDigit(bytes[at])) value = value * 10 + (bytes[at++] ?? 0) - 0x30
  const hasValue = at > digits
  const name = latin1(bytes, start, end)
  if (!hasValue) at = end
  if (bytes[at] === SPACE) at++
  if (name === 'bin') return readBinary(bytes, at, hasValue ? value : 0, tokens)
  tokens.word(name, hasValue ? (isNegative ? -value : value) : undefined)
  return at
}

/** Binary data ends where its group does. A length that says otherwise lies, and then the data ends with the group. */
function readBinary(bytes: Uint8Array, start: number, length: number, tokens: RtfTokens): number {
  let end = start + length
  while (end < bytes.length && (bytes[end] === NEWLINE || bytes[end] === RETURN || bytes[end] === SPACE)) end++
  if (bytes[end] !== CLOSE) {
    const close = bytes.indexOf(CLOSE, start)
    end = close < 0 ? bytes.length : close
    tokens.binary(start, end)
    return end
  }
  tokens.binary(start, start + length)
  return end
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a))
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
