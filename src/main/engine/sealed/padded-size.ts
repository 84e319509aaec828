/**
 * How many bytes a sealed file takes: the size of its content rounded up, so that the length on the disk does not tell the document. Padmé, from
 * Nikitin, Barman, Lueks, Underwood, Hubaux, Ford, “Reducing Metadata Leakage from Encrypted Files and Communication with PURBs” (PETS 2019).
 */
import { CHUNK_BYTES, HEADER_BYTES, SealedFault, TAG_BYTES } from '#engine/sealed/sealed-format'

/** The size of the content, at the end of what is sealed. */
export const SIZE_BYTES = 8
/** No sealed file is shorter: four blocks of most file systems. */
export const SMALLEST_BYTES = 16 * 1024
/** More than any disk holds, and few enough to be counted exactly: a pebibyte. */
const LARGEST = 2n ** 50n
/** Of a file with one chunk: with these its length is what Padmé answers, and it fills whole blocks of the disk. */
const AROUND_BYTES = HEADER_BYTES + TAG_BYTES

/**
 * Rounds up to a number of which only the first few bits are set: as many as it takes to write down how many bits it has. At most 12 % more, 3.2 % from
 * 64 KiB on; of all sizes up to a gigabyte there are a few hundred left. For whole numbers from 2 on.
 */
export function padme(bytes: number): number {
  const exponent = bytes.toString(2).length - 1
  const significant = exponent.toString(2).length
  const step = 2 ** (exponent - significant)
  return Math.ceil(bytes / step) * step
}

/** What is sealed of a file of this size: the content, zeros, and the size itself. */
export const paddedBytes = (sizeBytes: number): number =>
  padme(Math.max(sizeBytes + SIZE_BYTES + AROUND_BYTES, SMALLEST_BYTES)) - AROUND_BYTES

/** What a file of this size takes when it is sealed. */
export function sealedBytes(sizeBytes: number): number {
  const padded = paddedBytes(sizeBytes)
  return HEADER_BYTES + padded + TAG_BYTES * Math.ceil(padded / CHUNK_BYTES)
}

export type Layout = Readonly<{ chunks: number; sizeBytes: number }>

/** How many chunks a sealed file of this length has. Throws `SealedFault` for a length that none has. */
export function chunksOf(length: number): number {
  const chunks = Math.ceil((length - HEADER_BYTES) / (CHUNK_BYTES + TAG_BYTES))
  const padded = length - HEADER_BYTES - chunks * TAG_BYTES
  // Only what Padmé answers is its own answer.
  if (length < SMALLEST_BYTES || paddedBytes(padded - SIZE_BYTES) !== padded)
    throw new SealedFault('A sealed file has not the length it was written with.')
  return chunks
}

/** How a sealed file of this length is laid out, by its last chunk when that has been opened. Throws `SealedFault` when they do not belong together. */
export function layoutOf(length: number, last: Buffer): Layout {
  const chunks = chunksOf(length)
  const size = last.readBigUInt64BE(last.length - SIZE_BYTES)
  if (size > LARGEST || sealedBytes(Number(size)) !== length)
    throw new SealedFault('A sealed file is of another size than it says.')
  return { chunks, sizeBytes: Number(size) }
}

/** What follows the content: zeros, and the size. */
export function endOf(sizeBytes: number): Readonly<{ zeros: number; size: Buffer }> {
  const size = Buffer.alloc(SIZE_BYTES)
  size.writeBigUInt64BE(BigInt(sizeBytes))
  return { zeros: paddedBytes(sizeBytes) - sizeBytes - SIZE_BYTES, size }
}

const ZEROS = Buffer.alloc(CHUNK_BYTES)

/** What of an opened chunk is content. Throws `SealedFault` when what follows in it is not zeros: nothing may be hidden there. */
export function contentOf(chunk: Buffer, index: number, { chunks, sizeBytes }: Layout): Buffer {
  const content = Math.min(Math.max(sizeBytes - index * CHUNK_BYTES, 0), chunk.length)
  const end = index === chunks - 1 ? chunk.length - SIZE_BYTES : chunk.length
  const padding = chunk.subarray(content, end)
  if (!ZEROS.subarray(0, padding.length).equals(padding)) throw new SealedFault('A sealed file holds more than its content.')
  return chunk.subarray(0, content)
}
