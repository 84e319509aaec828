import { CleanFault } from '#engine/extract/clean/clean-fault'

/** An entry of a TIFF directory; `bytes` is its value in the file's byte order. */
export type TiffEntry = Readonly<{ tag: number; type: number; count: number; bytes: Uint8Array }>

export type TiffDirectory = Readonly<{ entries: readonly TiffEntry[]; next: number }>

/** Bytes of a value of each type, from BYTE to IFD. */
const TYPE_BYTES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
const MOST_ENTRIES = 1000
const ENTRY_BYTES = 12

/** A TIFF of the usual kind: where its first directory is, and its byte order. Throws `CleanFault` for all others. */
export function tiffStart(bytes: Uint8Array): Readonly<{ little: boolean; first: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) throw new CleanFault('damaged', 'It does not begin as a TIFF.')
  const little = view.getUint16(0) === 0x4949
  if (view.getUint16(2, little) !== 42) throw new CleanFault('too-complex', 'It is a TIFF of an unusual kind.')
  return { little, first: view.getUint32(4, little) }
}

/** The directory at an offset. Throws `CleanFault` where it, or a value of it, lies outside the file. */
export function tiffDirectory(bytes: Uint8Array, at: number, little: boolean): TiffDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 2 > bytes.length) throw outside()
  const count = view.getUint16(at, little)
  const end = at + 2 + count * ENTRY_BYTES
  if (count > MOST_ENTRIES || end + 4 > bytes.length) throw outside()
  const entries: TiffEntry[] = []
  for (let entry = at + 2; entry < end; entry += ENTRY_BYTES) {
    const type = view.getUint16(entry + 2, little)
    const values = view.getUint32(entry + 4, little)
    const length = (TYPE_BYTES[type] ?? 0) * values
    const start = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
    if (start + length > bytes.length) throw outside()
    entries.push({ tag: view.getUint16(entry, little), type, count: values, bytes: bytes.subarray(start, start + length) })
  }
  return { entries, next: view.getUint32(end, little) }
}

/** The whole numbers of an entry; empty where it has none. */
export function tiffNumbers({ type, count, bytes }: TiffEntry, little: boolean): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const width = TYPE_BYTES[type] ?? 0
  if (![1, 3, 4, 13].includes(type)) return []
  return Array.from({ length: count }, (_, at) =>
    width === 1 ? view.getUint8(at) : width === 2 ? view.getUint16(at * 2, little) : view.getUint32(at * 4, little)
  )
}

/** Every directory of the chain of pages. Throws `CleanFault` for a ring, and as `tiffDirectory`. */
export function* tiffChain(bytes: Uint8Array): Generator<TiffDirectory> {
  const { little, first } = tiffStart(bytes)
  const seen = new Set<number>()
  for (let at = first; at !== 0; ) {
    if (seen.has(at) || seen.size > 5000) throw new CleanFault('damaged', 'Its pages follow each other in a ring.')
    seen.add(at)
    const directory = tiffDirectory(bytes, at, little)
    yield directory
    at = directory.next
  }
}

const outside = (): CleanFault => new CleanFault('damaged', 'Parts of it lie outside the file.')
