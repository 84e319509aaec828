import { randomUUID } from 'node:crypto'
import { closeSync, fsync, fsyncSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { giveName } from '#engine/originals/give-name'
import type { SealGroup } from '#engine/sealed/sealed-format'
import { SealedWriter } from '#engine/sealed/sealed-writer'

/** Files are read and copied in pieces of this size. */
export const PIECE_BYTES = 1 << 20

const ZEROS = Buffer.alloc(PIECE_BYTES)
const flush = promisify(fsync)

/** A copy that has no name yet. */
export type NewCopy = Readonly<{
  write: (bytes: Uint8Array) => void
  /** Flushes it to the disk and gives it its name, unless a file has that name already. */
  keep: (target: string) => Promise<void>
  /** As `keep`, holding up this thread. */
  keepNow: (target: string) => void
  /** Removes it. Safe to call after `keep`. */
  drop: () => void
}>

/** Begins a copy in `folder`, sealed when there is a group to seal it with. */
export function newCopy(folder: string, group: SealGroup | null): NewCopy {
  const file = join(folder, randomUUID())
  let descriptor: number | undefined = openSync(file, 'wx', 0o600)
  const content = group ? sealedContent(descriptor, group) : plainContent(descriptor)
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor)
    descriptor = undefined
  }
  return {
    write: (bytes) => {
      if (descriptor === undefined) throw new Error('the copy is closed')
      content.write(bytes)
    },
    keep: async (target) => {
      if (descriptor === undefined) return
      content.finish()
      await flush(descriptor)
      close()
      giveName(file, target, group !== null)
    },
    keepNow: (target) => {
      if (descriptor === undefined) return
      content.finish()
      fsyncSync(descriptor)
      close()
      giveName(file, target, group !== null)
    },
    drop: () => {
      if (descriptor === undefined) return
      close()
      rmSync(file, { force: true })
    }
  }
}

type Content = Readonly<{ write: (bytes: Uint8Array) => void; finish: () => void }>

/** A whole piece of zeros stays a hole, so that a disk image takes no more room here than where it came from. */
function plainContent(descriptor: number): Content {
  let length = 0
  return {
    write: (bytes) => {
      const isHole = bytes.length === PIECE_BYTES && ZEROS.equals(bytes)
      for (let done = isHole ? bytes.length : 0; done < bytes.length; )
        done += writeSync(descriptor, bytes, done, bytes.length - done, length + done)
      length += bytes.length
    },
    finish: () => ftruncateSync(descriptor, length)
  }
}

function sealedContent(descriptor: number, group: SealGroup): Content {
  const writer = new SealedWriter(descriptor, group)
  return { write: (bytes) => writer.write(bytes), finish: () => writer.finish() }
}
