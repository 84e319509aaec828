import type { Pdfium } from '#engine/extract/pdf/pdfium'

/** PDFium's memory, as values. What it hands out is copied: a view of it does not outlive the next call. */
export type Heap = Readonly<{
  /** An address with room for so many bytes, freed when `work` ends. */
  with<T>(bytes: number, work: (address: number) => T): T
  /** An address with these bytes, to be freed with `free`. */
  put(bytes: Uint8Array): number
  view(): DataView
  bytes(address: number, length: number): Uint8Array
  /** The text that a function of PDFium gives when called with an address and its room in bytes; it answers with the bytes it needs. */
  text(read: (address: number, room: number) => number): string
}>

/** Longer texts in titles, comments and fields are cut. */
const LONGEST_TEXT = 4 * 1024 * 1024

export function heapOf({ call, memory }: Pdfium): Heap {
  const withRoom = <T>(bytes: number, work: (address: number) => T): T => {
    const address = call.malloc(bytes)
    if (address === 0) throw new RangeError('PDFium has no memory left')
    try {
      return work(address)
    } finally {
      call.free(address)
    }
  }
  return {
    with: withRoom,
    put: (bytes) => {
      const address = call.malloc(Math.max(bytes.length, 1))
      if (address === 0) throw new RangeError('PDFium has no memory left')
      new Uint8Array(memory.buffer).set(bytes, address)
      return address
    },
    view: () => new DataView(memory.buffer),
    bytes: (address, length) => new Uint8Array(memory.buffer).slice(address, address + length),
    text: (read) => {
      const needed = read(0, 0)
      if (needed <= 2 || needed > LONGEST_TEXT) return ''
      return withRoom(needed, (address) => {
        const length = Math.min(read(address, needed), needed) - 2
        const bytes = new Uint8Array(memory.buffer, address, Math.max(length, 0))
        return Buffer.from(bytes).toString('utf16le').replaceAll('\0', '')
      })
    }
  }
}
