/** Numbers as bytes, the lowest first, as most formats of files write them. */
const write = (length: number, set: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.alloc(length)
  set(bytes)
  return bytes
}

export const u16 = (value: number): Buffer => write(2, (bytes) => bytes.writeUInt16LE(value))
export const u32 = (value: number): Buffer => write(4, (bytes) => bytes.writeUInt32LE(value))
export const u64 = (value: number): Buffer => write(8, (bytes) => bytes.writeBigUInt64LE(BigInt(value)))
