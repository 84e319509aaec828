import { createReadStream } from 'node:fs'
import type { CopySource } from '#engine/export/copy-source'

/** An original piece by piece, as it came into the archive. */
export const originalChunks = (file: CopySource['file']): AsyncIterable<Uint8Array> =>
  createReadStream(file) as AsyncIterable<Buffer>
