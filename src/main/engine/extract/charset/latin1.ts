/** Bytes as the letters of the same numbers: for what is ASCII by its nature, and for patterns over bytes. Cost: one copy. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
