import { charsetOf } from '#engine/extract/charset/charset'
import { openDecoder } from '#engine/extract/charset/open-decoder'

/** Character sets of scripts whose letters all lie above ASCII, so that a text in them can be told from one in French. */
const TOLD_APART: ReadonlySet<string> = new Set([
  ...['utf-8', 'windows-1256', 'iso-8859-6', 'windows-1251', 'koi8-r', 'ibm866', 'windows-1255', 'windows-1253', 'iso-8859-7']
])
/** Of the letters, at least so many in a hundred. */
const MOST_LETTERS = 0.6
const MOST_SAMPLE = 8192

/** Where windows-1252 differs from Latin-1. */
const WINDOWS_1252 = new Map(
  [...openDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))].map((letter, at) => [
    letter,
    0x80 + at
  ])
)

/**
 * Undoes what readers of music files do to tags of programs that wrote the character set of their own system where the format only knows
 * Latin-1: Persian tags as a rule. `chosen` is what a person chose. The function it gives leaves all other strings as they are.
 */
export async function tagDecoder(strings: readonly string[], chosen: string | null): Promise<(text: string) => string> {
  const sample = strings.map(bytesOf).filter((bytes) => bytes !== undefined)
  const bytes = Buffer.concat(sample.flatMap((one) => [one, Buffer.from('\n')])).subarray(0, MOST_SAMPLE)
  if (bytes.every((byte) => byte < 0x80)) return (text) => text
  const charset = chosen ?? (await toldCharset(bytes))
  if (charset === undefined) return (text) => text
  const decoder = openDecoder(charset)
  return (text) => {
    const own = bytesOf(text)
    return own === undefined ? text : decoder.decode(own)
  }
}

async function toldCharset(bytes: Uint8Array): Promise<string | undefined> {
  const charset = await charsetOf(bytes, null, false)
  if (charset === 'utf-8') return charset
  const high = bytes.filter((byte) => byte >= 0xc0).length
  const low = bytes.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length
  return TOLD_APART.has(charset) && high / Math.max(high + low, 1) >= MOST_LETTERS ? charset : undefined
}

/** The bytes that were taken for Latin-1 or windows-1252; undefined for a text that has letters of its own, or only ASCII. */
function bytesOf(text: string): Uint8Array | undefined {
  let isAscii = true
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x100 ? code : WINDOWS_1252.get(text.charAt(at))
    if (byte === undefined) return undefined
    if (byte >= 0x80) isAscii = false
    bytes[at] = byte
  }
  return isAscii ? undefined : bytes
}
