/** The part of `TextDecoder` that is used here. */
export type Decoder = Readonly<{ decode: (bytes?: Uint8Array, options?: Readonly<{ stream?: boolean }>) => string }>

/** The letters from 0x80 to 0x9f; five have none and stay control characters. */
const LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Some versions of Node.js (20.20 is one) take windows-1252 for Latin-1, so that quotation marks become control characters. */
const IS_WRONG = new TextDecoder('windows-1252').decode(Uint8Array.of(0x93)) !== '“'

/** A decoder for this character set, right on every runtime. Throws `RangeError` for a name that is none. */
export function openDecoder(charset: string): Decoder {
  const decoder = new TextDecoder(charset)
  if (!IS_WRONG || decoder.encoding !== 'windows-1252') return decoder
  return {
    decode: (bytes, options) =>
      decoder.decode(bytes, options).replace(/[\u0080-\u009f]/g, (letter) => LETTERS.charAt(letter.charCodeAt(0) - 0x80))
  }
}
