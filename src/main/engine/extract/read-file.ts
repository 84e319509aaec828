import { type FileHandle, open } from 'node:fs/promises'
import { HEAD_BYTES } from '#engine/extract/media-type'

/** A file held open for reading, its size taken once. */
export type OpenFile = Readonly<{ handle: FileHandle; size: number }>

/** Opens a file, hands it over, and closes it whatever happens. */
export async function withFile<T>(path: string, work: (file: OpenFile) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r')
  try {
    return await work({ handle, size: (await handle.stat()).size })
  } finally {
    await handle.close()
  }
}

/** Up to `length` bytes from `position`; fewer where the file ends. */
export async function readBytes(file: OpenFile, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(Math.min(length, file.size - position), 0))
  let used = 0
  while (used < bytes.length) {
    const { bytesRead } = await file.handle.read(bytes, used, bytes.length - used, position + used)
    if (bytesRead === 0) break
    used += bytesRead
  }
  return bytes.subarray(0, used)
}

/** The stretch from the middle that tells text from a binary file with a textual beginning; empty for short files. */
export async function readMiddle(file: OpenFile): Promise<Uint8Array> {
  return file.size <= HEAD_BYTES * 2 ? new Uint8Array(0) : await readBytes(file, Math.floor(file.size / 2), HEAD_BYTES / 4)
}
