import { inflateSync } from 'node:zlib'

/** Longer values, and more of them, are not read; what unpacks to more is left out. */
const LONGEST = 1_000_000
const MOST = 100
const SIGNATURE = 8
/** What programs write for programs. */
const TECHNICAL = /^(Raw profile |date:|XML:com\.adobe\.xmp|exif:|png:|icc:|Thumb::|Software$|Source$)/i

/** The texts that a PNG carries, by keyword, in their order; of a damaged file those before the damage. Cost: linear. */
export function pngTexts(bytes: Uint8Array): readonly (readonly [keyword: string, text: string])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts: [string, string][] = []
  for (let at = SIGNATURE; at + 12 <= bytes.length && texts.length < MOST; ) {
    const length = view.getUint32(at)
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    const content = bytes.subarray(at + 8, at + 8 + length)
    const found = content.length === length ? textOf(name, content) : undefined
    if (found && found[1].trim() !== '' && !TECHNICAL.test(found[0])) texts.push([found[0], found[1].trim()])
    at += 12 + length
  }
  return texts
}

function textOf(name: string, content: Uint8Array): [string, string] | undefined {
  if (name !== 'tEXt' && name !== 'zTXt' && name !== 'iTXt') return undefined
  const end = content.indexOf(0)
  if (end < 1 || end > 79) return undefined
  const keyword = Buffer.from(content.subarray(0, end)).toString('latin1')
  const rest = content.subarray(end + 1)
  if (name === 'tEXt') return [keyword, decoded(rest.subarray(0, LONGEST))]
  if (name === 'zTXt') return [keyword, decoded(unpacked(rest.subarray(1)))]
  // Whether it is packed, how, then the language and the keyword in it.
  const language = rest.indexOf(0, 2)
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1)
  if (translated < 0) return undefined
  const text = rest.subarray(translated + 1)
  return [keyword, Buffer.from(rest[0] === 1 ? unpacked(text) : text.subarray(0, LONGEST)).toString('utf8')]
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST })
  } catch {
    // Damaged, or made to be too large.
    return new Uint8Array()
  }
}

/** Latin-1 by the standard; UTF-8 by many programs. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}
