import type { OpenFile } from '#engine/extract/read-file'

/** The file that PDFium reads from, through its C library. */
export type OneFile = {
  /** Set before a document is opened; null: there is no file. */
  open: OpenFile | null
}

/** PDFium reads a few hundred bytes at a time; they are taken from blocks of this size. */
const BLOCK = 64 * 1024
const BLOCKS_KEPT = 64
const NO_ENTRY = -44
const NUMBER = 42
/** `struct stat` of Emscripten's C library: its length, and the places of `st_mode` and `st_size`. */
const STAT_BYTES = 96
const STAT_MODE = 4
const STAT_SIZE = 24
const REGULAR_FILE = 0o100444

/**
 * Replaces the system calls of a WebAssembly program by ones that know a single file, read-only, whatever its name. So that a document
 * larger than memory can be read, and nothing else on disk.
 */
export function serveOneFile(imports: WebAssembly.Imports, memoryOf: () => unknown): OneFile {
  const file: OneFile = { open: null }
  let position = 0
  let blocks = new Map<number, Uint8Array>()
  const view = (): DataView => {
    const memory = memoryOf()
    if (!(memory instanceof WebAssembly.Memory)) throw new Error('The program has no memory yet')
    return new DataView(memory.buffer)
  }
  const block = (index: number): Uint8Array => {
    const known = blocks.get(index)
    if (known) return known
    const found = file.open?.read(index * BLOCK, BLOCK) ?? new Uint8Array(0)
    if (blocks.size >= BLOCKS_KEPT) blocks = new Map()
    blocks.set(index, found)
    return found
  }
  const fill = (target: Uint8Array): number => {
    let used = 0
    while (used < target.length) {
      const from = block(Math.floor(position / BLOCK)).subarray(position % BLOCK)
      const part = from.subarray(0, target.length - used)
      if (part.length === 0) break
      target.set(part, used)
      used += part.length
      position += part.length
    }
    return used
  }
  const environment = imports.env ?? {}
  const wasi = imports.wasi_snapshot_preview1 ?? {}
  environment.__syscall_openat = () => {
    if (!file.open) return NO_ENTRY
    position = 0
    blocks = new Map()
    return NUMBER
  }
  environment.__syscall_fstat64 = (_number: number, stat: number) => {
    const memory = view()
    new Uint8Array(memory.buffer, stat, STAT_BYTES).fill(0)
    memory.setInt32(stat + STAT_MODE, REGULAR_FILE, true)
    memory.setBigInt64(stat + STAT_SIZE, BigInt(file.open?.size ?? 0), true)
    return 0
  }
  wasi.fd_seek = (_number: number, offset: bigint, from: number, result: number) => {
    const size = file.open?.size ?? 0
    const start = from === 0 ? 0 : from === 1 ? position : size
    position = Math.max(0, start + Number(offset))
    view().setBigInt64(result, BigInt(position), true)
    return 0
  }
  wasi.fd_read = (_number: number, vectors: number, count: number, result: number) => {
    const memory = view()
    let read = 0
    for (let at = 0; at < count; at++) {
      const address = memory.getUint32(vectors + at * 8, true)
      read += fill(new Uint8Array(memory.buffer, address, memory.getUint32(vectors + at * 8 + 4, true)))
    }
    memory.setUint32(result, read, true)
    return 0
  }
  wasi.fd_close = () => 0
  return file
}
