const COMPRESSED = 0x75465a4c
const STORED = 0x414c454d
const HEADER_BYTES = 16
const WINDOW = 4096
const FIRST_WORDS = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1'
)

/**
 * Unpacks RTF as Outlook keeps it (MS-OXRTFCP), at most `limit` bytes of it; what is damaged up to there. Undefined for what is none.
 * Cost: linear in what comes out.
 */
export function unpackRtf(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  if (bytes.length < HEADER_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rawSize = Math.min(view.getUint32(4, true), limit)
  const kind = view.getUint32(8, true)
  if (kind === STORED) return bytes.subarray(HEADER_BYTES, HEADER_BYTES + rawSize)
  return kind === COMPRESSED ? unpack(bytes, rawSize) : undefined
}

function unpack(bytes: Uint8Array, limit: number): Uint8Array {
  const window = new Uint8Array(WINDOW)
  window.set(FIRST_WORDS)
  let place = FIRST_WORDS.length
  // A reference of two bytes becomes at most seventeen.
  const out = new Uint8Array(Math.min(limit, bytes.length * 9))
  let used = 0
  const put = (byte: number): void => {
    out[used++] = byte
    window[place] = byte
    place = (place + 1) % WINDOW
  }
  let at = HEADER_BYTES
  while (at < bytes.length && used < out.length) {
    const control = bytes[at++] ?? 0
    for (let bit = 0; bit < 8 && at < bytes.length && used < out.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0)
        continue
      }
      const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
      at += 2
      const from = reference >> 4
      // It points at itself: the end.
      if (from === place) return out.subarray(0, used)
      for (let next = 0; next < (reference & 15) + 2 && used < out.length; next++) put(window[(from + next) % WINDOW] ?? 0)
    }
  }
  return out.subarray(0, used)
}
