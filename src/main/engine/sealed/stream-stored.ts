import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { chunksOf, contentOf, type Layout, layoutOf } from '#engine/sealed/padded-size'
import { CHUNK_BYTES, HEADER_BYTES, isHeader, openChunk, SEALED_CHUNK_BYTES, SealedFault } from '#engine/sealed/sealed-format'
import type { StoredFile } from '#engine/sealed/stored-file'

/** A stretch of a file in bytes; both ends belong to it. */
export type Stretch = Readonly<{ start: number; end: number }>

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * The bytes of a file of the archive, sealed or not, or a stretch of them, piece by piece of at most 64 KiB. Waits without holding up
 * its thread. Rejects with errors of the file system, and with `SealedFault` when a sealed file is not as it was written: before its
 * piece is handed out, so that nothing false ever is.
 */
export async function* streamStored({ path, key }: StoredFile, stretch?: Stretch): AsyncGenerator<Uint8Array> {
  const file = await open(path, READ)
  try {
    const { size } = await file.stat()
    const layout = key ? await sealedLayout(file, key, size) : { chunks: Math.ceil(size / CHUNK_BYTES), sizeBytes: size }
    const start = stretch?.start ?? 0
    const end = Math.min((stretch?.end ?? Number.POSITIVE_INFINITY) + 1, layout.sizeBytes)
    for (let at = start; at < end; ) {
      const index = Math.floor(at / CHUNK_BYTES)
      const chunk = key ? await sealedContent(file, key, index, layout) : await plainChunk(file, index)
      const piece = chunk.subarray(at - index * CHUNK_BYTES, end - index * CHUNK_BYTES)
      if (piece.length === 0) return
      yield piece
      at += piece.length
    }
  } finally {
    await file.close()
  }
}

/** Opens the last chunk, which tells the size, and that the file has not been cut off. */
async function sealedLayout(file: FileHandle, key: Uint8Array, size: number): Promise<Layout> {
  if (!isHeader(await readAt(file, 0, HEADER_BYTES))) throw new SealedFault('A file of the archive should be sealed, and is not.')
  const chunks = chunksOf(size)
  return layoutOf(size, await sealedChunk(file, key, chunks - 1, chunks))
}

const sealedContent = async (file: FileHandle, key: Uint8Array, index: number, layout: Layout): Promise<Buffer> =>
  contentOf(await sealedChunk(file, key, index, layout.chunks), index, layout)

async function sealedChunk(file: FileHandle, key: Uint8Array, index: number, chunks: number): Promise<Buffer> {
  const sealed = await readAt(file, HEADER_BYTES + index * SEALED_CHUNK_BYTES, SEALED_CHUNK_BYTES)
  return openChunk(key, index, index === chunks - 1, sealed)
}

const plainChunk = (file: FileHandle, index: number): Promise<Buffer> => readAt(file, index * CHUNK_BYTES, CHUNK_BYTES)

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length)
  let used = 0
  for (let read = -1; read !== 0 && used < length; used += read)
    read = (await file.read(bytes, used, length - used, position + used)).bytesRead
  return bytes.subarray(0, used)
}
