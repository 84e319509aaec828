import type { CopySource } from '#engine/export/copy-source'
import { streamStored } from '#engine/sealed/stream-stored'

/** An original piece by piece, as it came into the archive. */
export const originalChunks = (file: CopySource['file']): AsyncIterable<Uint8Array> => streamStored(file)
