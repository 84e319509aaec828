import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export type WrittenFile = Readonly<{ sha256: string; sizeBytes: number }>

/**
 * Writes a file whole or not at all: under another name first, flushed, then under its own. With `isNew` a file that is there already is
 * left as it is, and undefined answered. Then reads it again from the disk; the hash is of what was read. Errors of the disk as they are.
 */
export async function writeCopy(
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  isNew: boolean
): Promise<WrittenFile | undefined> {
  const unfinished = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}.unfinished`)
  try {
    const out = await open(unfinished, 'wx', 0o600)
    await fill(out, chunks)
    if (!isNew) await rename(unfinished, file)
    else if (!(await takeName(unfinished, file))) return undefined
  } finally {
    await rm(unfinished, { force: true })
  }
  return await hashOf(file)
}

async function fill(out: FileHandle, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  try {
    for await (const chunk of chunks) await out.writeFile(chunk)
    await out.sync()
  } finally {
    await out.close()
  }
}

/** False where the name is taken. */
async function takeName(unfinished: string, file: string): Promise<boolean> {
  try {
    await link(unfinished, file)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return false
    // File systems of memory sticks have no second names: the name is taken by an empty file first.
    const place = await open(file, 'wx').catch(() => undefined)
    if (place === undefined) return false
    await place.close()
    await rename(unfinished, file)
    return true
  }
}

/** What lies on the disk under this name. */
async function hashOf(file: string): Promise<WrittenFile> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    sizeBytes += chunk.length
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}
