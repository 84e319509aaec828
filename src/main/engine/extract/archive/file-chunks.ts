import { type OpenFile, readBytes } from '#engine/extract/read-file'

const CHUNK_BYTES = 256 * 1024

/** The bytes of an open file from `position` to its end, piece by piece. */
export function* fileChunks(file: OpenFile, position = 0): Generator<Uint8Array> {
  for (let at = position; at < file.size; ) {
    const chunk = readBytes(file, at, CHUNK_BYTES)
    if (chunk.length === 0) return
    yield chunk
    at += chunk.length
  }
}
