import { isAscii, isUtf8 } from 'node:buffer'
import { prescanCharset } from '#engine/extract/charset/meta-prescan'
import { openDecoder } from '#engine/extract/charset/open-decoder'

/** Bytes shown to the detector: what it says no longer changes beyond a few thousand, and time is per byte. */
const SAMPLE_BYTES = 16 * 1024

/** Names of the detector that `TextDecoder` does not know. */
const DETECTOR_NAMES: Readonly<Record<string, string>> = {
  'utf-16': 'utf-16le',
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  'utf-8-sig': 'utf-8',
  cp932: 'shift_jis',
  shift_jis_2004: 'shift_jis',
  euc_jis_2004: 'euc-jp',
  iso2022_jp_2: 'iso-2022-jp',
  iso2022_jp_2004: 'iso-2022-jp',
  iso2022_jp_ext: 'iso-2022-jp',
  cp949: 'euc-kr',
  johab: 'euc-kr',
  big5hkscs: 'big5',
  cp866: 'ibm866',
  'mac-roman': 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  cp874: 'windows-874'
}

/** A text with the character set it was decoded by. */
export type DecodedText = Readonly<{
  text: string
  /** Name of the character set by the Encoding standard, lower case. */
  charset: string
}>

/** The name by the Encoding standard of a character set that can be decoded here; undefined for any other label. */
export function charsetName(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding.toLowerCase()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether a person may choose this character set. */
export function isKnownCharset(label: string): boolean {
  return charsetName(label) !== undefined
}

/**
 * The character set of a text by, in this order: the choice of a person, the byte order mark, what was `declared` where the text came
 * from (a header of HTTP or mail), the page's own declaration (`markup` only), strict UTF-8, and detection on a sample. A declaration
 * that the bytes contradict is not believed. Never throws.
 */
export async function charsetOf(
  bytes: Uint8Array,
  chosen: string | null,
  markup: boolean,
  declared: string | null = null
): Promise<string> {
  return (chosen === null ? undefined : charsetName(chosen)) ?? (await findCharset(bytes, markup, declared))
}

/**
 * Decodes a text by `charsetOf`. Bytes that mean nothing in the character set become U+FFFD; the byte order mark is not part of the
 * text. Never throws.
 */
export async function decodeText(
  bytes: Uint8Array,
  chosen: string | null,
  markup: boolean,
  declared: string | null = null
): Promise<DecodedText> {
  const charset = await charsetOf(bytes, chosen, markup, declared)
  // Pure ASCII decodes several times faster as Latin-1, to the same text.
  const text =
    charset === 'utf-8' && isAscii(bytes)
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
      : openDecoder(charset).decode(bytes)
  return { text, charset }
}

/** What programs declare without having looked; the decoder takes it for a character set of Western Europe. */
const SAYS_NOTHING = /^\s*(?:us-ascii|ascii|ansi_x3\.4-1968|x-unknown|unknown-8bit)\s*$/i

async function findCharset(bytes: Uint8Array, markup: boolean, header: string | null): Promise<string> {
  const marked = byteOrderMark(bytes)
  if (marked) return marked
  const valid = isUtf8(bytes)
  const stated = header === null || SAYS_NOTHING.test(header) ? undefined : charsetName(header)
  if (stated !== undefined && !isContradicted(bytes, stated, valid)) return stated
  if (markup) {
    const label = prescanCharset(bytes)
    const declared = label === undefined ? undefined : charsetName(label)
    // The prescan reads ASCII, so a page that calls itself UTF-16 there is not.
    const meant = declared?.startsWith('utf-16') ? 'utf-8' : declared
    if (meant !== undefined && !isContradicted(bytes, meant, valid)) return meant
  }
  if (valid && !looksLikeUtf16(bytes)) return 'utf-8'
  if (isNearlyUtf8(bytes)) return 'utf-8'
  return await detectCharset(bytes)
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/**
 * A page says UTF-8 and is not, or says something else and is valid UTF-8 beyond ASCII: text in a legacy character set is practically
 * never valid UTF-8 by chance, while tools that save pages often convert the bytes and keep the old declaration.
 */
function isContradicted(bytes: Uint8Array, declared: string, validUtf8: boolean): boolean {
  if (declared === 'utf-8') return !validUtf8 && !isNearlyUtf8(bytes)
  if (declared.startsWith('iso-2022') || declared === 'replacement') return false
  return validUtf8 && !isAscii(bytes)
}

/** Spaces and line ends are a NUL and a byte of ASCII in UTF-16, whatever the script. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  return utf16Order(bytes) !== undefined
}

/** The byte order of UTF-16 text without a mark: that in which it has spaces and no control characters to speak of. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 64 * 1024) & ~1
  if (length < 4 || !bytes.subarray(0, length).includes(0)) return undefined
  const spaces = [0, 0]
  let ascii = 0
  for (let at = 0; at < length; at += 2) {
    const first = bytes[at]
    const second = bytes[at + 1]
    if (first === 0x20 || first === 0x0a || second === 0x20 || second === 0x0a) ascii++
    if (first === 0 && (second === 0x20 || second === 0x0a)) spaces[0] = (spaces[0] ?? 0) + 1
    if (second === 0 && (first === 0x20 || first === 0x0a)) spaces[1] = (spaces[1] ?? 0) + 1
  }
  const units = length / 2
  for (const [side, order] of [
    [1, 'utf-16le'],
    [0, 'utf-16be']
  ] as const) {
    const here = spaces[side] ?? 0
    const there = spaces[1 - side] ?? 0
    // Text in another character set that holds a few NUL bytes has its spaces elsewhere.
    const isUsual = here >= Math.max(units * 0.002, 1) && here >= ascii * 0.3 && here > there * 4
    if (isUsual && decodesCleanly(bytes.subarray(0, length), order)) return order
  }
  return undefined
}

/** Text: no unassigned or control characters to speak of, which binary data with many NUL bytes has. */
function decodesCleanly(bytes: Uint8Array, charset: string): boolean {
  const text = openDecoder(charset).decode(bytes)
  let odd = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x20 ? unit !== 0x0a && unit !== 0x0d && unit !== 0x09 && unit !== 0x0c : unit === 0xfffd || unit === 0xffff) odd++
  }
  return odd <= text.length * 0.005
}

/** UTF-8 with a little damage: cut in the middle of a character, or a stray byte among many good ones. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(bytes, at, lead)
    if (length > 0) good++
    else if (bytes.length - at < 4 && lead >= 0xc2) return good > 0 && bad * 20 <= good
    else bad++
    at += Math.max(length, 1)
    if (bad > 50 && bad * 20 > good) return false
  }
  return good > 0 && bad * 20 <= good
}

function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

async function detectCharset(bytes: Uint8Array): Promise<string> {
  const wide = utf16Order(bytes)
  if (wide) return wide
  // Its models are large and most files never need them.
  const { detectAll } = await import('jschardet')
  for (const guess of detectAll(sampleOf(bytes))) {
    const name = guess.encoding?.toLowerCase()
    const known = name === undefined ? undefined : charsetName(DETECTOR_NAMES[name] ?? name)
    // Strict UTF-8 was tried before; UTF-16 is only believed on the evidence of its NUL bytes.
    if (known !== undefined && known !== 'utf-8' && !known.startsWith('utf-16')) return known
  }
  return 'windows-1252'
}

/** Whole lines with bytes beyond ASCII, in order: markup and English around a few foreign lines say nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes
  const sample = new Uint8Array(SAMPLE_BYTES)
  let used = 0
  let at = 0
  while (at < bytes.length && used < SAMPLE_BYTES) {
    while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++
    if (at >= bytes.length) break
    const start = Math.max(lineStart(bytes, at), at - 512)
    const end = lineEnd(bytes, at)
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE_BYTES - used))
    sample.set(line, used)
    used += line.length
    at = end
  }
  return sample.subarray(0, used)
}

function lineStart(bytes: Uint8Array, at: number): number {
  return bytes.lastIndexOf(0x0a, at) + 1
}

function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(0x0a, at)
  return end < 0 ? bytes.length : end + 1
}
