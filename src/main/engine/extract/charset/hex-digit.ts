/** The value of a hexadecimal digit in ASCII, in either case; -1 for any other byte, so that a pair with one of them is negative. */
function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** The byte that two hexadecimal digits name; negative when they are none. */
export function hexByte(high: number | undefined, low: number | undefined): number {
  return (hexDigit(high) << 4) | hexDigit(low)
}
