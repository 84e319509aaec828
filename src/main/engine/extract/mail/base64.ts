const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PADDING = 0x3d
const PIECE = 1024 * 1024
/** What follows an end inside the text is looked at so far to tell another piece of Base64 from words. */
const LOOK_AHEAD = 200

const VALUES = new Int8Array(256).fill(-1)
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value

/**
 * Unpacks Base64 as mail has it, in pieces of at most 1 MB: line ends and stray characters are passed over; several texts one behind
 * another are all unpacked; words that a mailing list put behind the end are not. What is cut off is unpacked as far as it goes.
 */
export function* unpackBase64(body: Uint8Array): Generator<Uint8Array> {
  let out = new Uint8Array(Math.min(PIECE, Math.ceil((body.length * 3) / 4) + 3))
  let used = 0
  let bits = 0
  let count = 0
  const end = (): void => {
    if (count > 1) out[used++] = count === 2 ? bits >> 4 : bits >> 10
    if (count > 2) out[used++] = bits >> 2
    bits = 0
    count = 0
  }
  for (let at = 0; at < body.length; at++) {
    const byte = body[at] ?? 0
    const value = VALUES[byte] ?? -1
    if (value >= 0) {
      bits = (bits << 6) | value
      if (++count < 4) continue
      out[used++] = bits >> 16
      out[used++] = bits >> 8
      out[used++] = bits
      bits = 0
      count = 0
      if (used < PIECE - 3) continue
      yield out.subarray(0, used)
      out = new Uint8Array(PIECE)
      used = 0
    } else if (byte === PADDING && count > 0) {
      end()
      if (!goesOn(body, at + 1)) break
    }
  }
  end()
  if (used > 0) yield out.subarray(0, used)
}

function goesOn(body: Uint8Array, from: number): boolean {
  return /^[A-Za-z0-9+/=\r\n]*$/.test(Buffer.from(body.subarray(from, from + LOOK_AHEAD)).toString('latin1'))
}
