/** Milliseconds between 1601 and 1970. */
const EPOCH = 11_644_473_600_000

/** A time of Windows (FILETIME: ten-millionths of a second since 1601) at a place, in milliseconds since 1970; negative before. */
export function fileTime(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at) / 10_000n) - EPOCH
}
