import { constants, deflateRawSync } from 'node:zlib'

const MiB = 1024 * 1024

/** Raw deflate of `mebibytes` of one byte, a multiple of 16, without packing them all. */
export function packedFill(mebibytes: number, fill = 0): Buffer {
  const piece = deflateRawSync(Buffer.alloc(16 * MiB, fill), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: mebibytes / 16 }, () => piece), deflateRawSync(Buffer.alloc(0))])
}

/** A GZIP file that begins with `head` and goes on with `mebibytes` of zeros; its checksum is wrong, which nobody gets as far as. */
export function gzipOfZeros(head: string, mebibytes: number): Buffer {
  const begin = deflateRawSync(Buffer.from(head), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), begin, packedFill(mebibytes), Buffer.alloc(8)])
}
