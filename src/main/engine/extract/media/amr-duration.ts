import { fileChunks } from '#engine/extract/archive/file-chunks'
import type { OpenFile } from '#engine/extract/read-file'

/** Bytes of a frame behind its first one, by the kind of frame in that (RFC 4867): narrow-band, wide-band. */
const NARROW = [12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0]
const WIDE = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0]
const FRAME_SECONDS = 0.02
/** Two days of speech. */
const LONGEST_BYTES = 256 * 1024 * 1024

/** Seconds of speech in an AMR file, as telephones record it; undefined for one too long to be counted. Cost: the file is read once. */
export function amrDuration(file: OpenFile): number | undefined {
  if (file.size > LONGEST_BYTES) return undefined
  let [frames, at, next] = [0, 0, -1]
  let sizes = NARROW
  for (const chunk of fileChunks(file)) {
    if (next < 0) {
      const isWide = Buffer.from(chunk.subarray(0, 9)).toString('latin1') === '#!AMR-WB\n'
      sizes = isWide ? WIDE : NARROW
      next = isWide ? 9 : 6
    }
    for (; next < at + chunk.length; frames++) next += 1 + (sizes[((chunk[next - at] ?? 0) >> 3) & 15] ?? 0)
    at += chunk.length
  }
  return frames === 0 ? undefined : frames * FRAME_SECONDS
}
