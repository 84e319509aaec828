import { type OpenFile, readBytes } from '#engine/extract/read-file'

/** The bytes of a web archive, wherever it lies: up to `length` from `position`, none at its end. Rejects where they can not be read. */
export type WarcSource = Readonly<{ read: (position: number, length: number) => Promise<Uint8Array> }>

/** A web archive that is a file. */
export function fileSource(file: OpenFile): WarcSource {
  return { read: async (position, length) => readBytes(file, position, length) }
}

/** How far back a stream can still be read: longer than the step in which packed records are read. */
const WINDOW = 1024 * 1024

/**
 * A web archive that comes piece by piece, from inside a ZIP archive. It can be read onwards, and back by a megabyte; what lies further
 * back is gone, and reading it rejects.
 */
export function streamSource(chunks: AsyncIterable<Uint8Array>): WarcSource {
  const iterator = chunks[Symbol.asyncIterator]()
  let window = Buffer.alloc(0)
  let start = 0
  let isOver = false
  const pull = async (): Promise<void> => {
    const next = await iterator.next()
    if (next.done) {
      isOver = true
      return
    }
    const cut = Math.max(0, window.length - WINDOW)
    window = Buffer.concat([window.subarray(cut), next.value])
    start += cut
  }
  return {
    read: async (position, length) => {
      while (!isOver && start + window.length < position + length) await pull()
      if (position < start) throw new Error('The packed archive can not be read backwards.')
      return window.subarray(position - start, position - start + length)
    }
  }
}
