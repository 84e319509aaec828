import { CleanFault } from '#engine/extract/clean/clean-fault'
import { joined } from '#engine/extract/clean/joined'
import { cleanJpeg } from '#engine/extract/clean/picture/clean-jpeg'
import {
  type TiffDirectory,
  type TiffEntry,
  tiffChain,
  tiffNumbers,
  tiffStart
} from '#engine/extract/clean/picture/tiff-directory'
import { DRAWN_TAGS } from '#engine/extract/clean/picture/tiff-tags'

const LONG = 4
const SUBFILE = 254
const COMPRESSION = 259
const JPEG_TABLES = 347
/** Offsets of the picture's stretches, and their lengths. */
const DATA = [
  [273, 279],
  [324, 325]
] as const
const OLD_JPEG = 6
const JPEG = 7

/**
 * The same pages, their data untouched, with only the tags that it takes to draw them. Small versions of pages are left out. The copy
 * is written anew, so that nothing lies between its parts. Throws `CleanFault`.
 */
export function cleanTiff(bytes: Uint8Array): Uint8Array {
  const { little } = tiffStart(bytes)
  const out = new TiffWriter(bytes, little)
  for (const directory of tiffChain(bytes)) {
    const subfile = directory.entries.find(({ tag }) => tag === SUBFILE)
    const isReduced = subfile !== undefined && ((tiffNumbers(subfile, little)[0] ?? 0) & 1) === 1
    if (!isReduced) out.addPage(directory)
  }
  return out.end()
}

class TiffWriter {
  readonly #source: Uint8Array
  readonly #little: boolean
  readonly #pieces: Uint8Array[] = []
  #length = 0
  /** Where the offset of the next directory is to be written. */
  #link: Readonly<{ piece: Buffer; at: number }>
  #taken = 0

  constructor(source: Uint8Array, little: boolean) {
    this.#source = source
    this.#little = little
    const head = Buffer.from(source.subarray(0, 8))
    this.#link = { piece: head, at: 4 }
    this.#add(head)
  }

  addPage({ entries }: TiffDirectory): void {
    const compression = this.#numbersOf(entries, COMPRESSION)[0] ?? 1
    if (compression === OLD_JPEG) throw new CleanFault('too-complex', 'Its pages are packed in a way that is no longer used.')
    const kept = entries
      .filter(({ tag, bytes }) => DRAWN_TAGS.has(tag) && bytes.length > 0)
      .map((entry) => (entry.tag === JPEG_TABLES && compression === JPEG ? { ...entry, ...jpegTables(entry.bytes) } : entry))
    const written = new Map<number, TiffEntry>(kept.map((entry) => [entry.tag, entry]))
    if (!DATA.some(([offsets]) => written.has(offsets))) throw new CleanFault('damaged', 'A page of it has no picture.')
    for (const [offsets, lengths] of DATA) {
      if (!written.has(offsets)) continue
      const stretches = this.#stretches(entries, offsets, lengths, compression)
      written.set(
        offsets,
        this.#longs(
          offsets,
          stretches.map(({ at }) => at)
        )
      )
      written.set(
        lengths,
        this.#longs(
          lengths,
          stretches.map(({ length }) => length)
        )
      )
    }
    this.#addDirectory([...written.values()].sort((a, b) => a.tag - b.tag))
  }

  end(): Uint8Array {
    if (this.#link.at === 4 && this.#pieces.length === 1) throw new CleanFault('damaged', 'It has no page.')
    return joined(this.#pieces)
  }

  /** Copies the data of a page; where each stretch lies now. */
  #stretches(
    entries: readonly TiffEntry[],
    offsets: number,
    lengths: number,
    compression: number
  ): { at: number; length: number }[] {
    const starts = this.#numbersOf(entries, offsets)
    const sizes = this.#numbersOf(entries, lengths)
    if (starts.length === 0 || starts.length !== sizes.length)
      throw new CleanFault('too-complex', 'It does not say how long its pages are.')
    return starts.map((start, index) => {
      const size = sizes[index] ?? 0
      this.#taken += size
      // Stretches that lie over each other would make the copy grow without end.
      if (start + size > this.#source.length || this.#taken > this.#source.length * 2)
        throw new CleanFault('damaged', 'Parts of it lie outside the file.')
      const data = this.#source.subarray(start, start + size)
      return this.#add(compression === JPEG && data[0] === 0xff && data[1] === 0xd8 ? cleanJpeg(data, 1) : data)
    })
  }

  #addDirectory(entries: readonly TiffEntry[]): void {
    const values = entries.map((entry) => (entry.bytes.length > 4 ? this.#add(entry.bytes).at : null))
    const piece = Buffer.alloc(2 + entries.length * 12 + 4)
    this.#put16(piece, 0, entries.length)
    entries.forEach(({ tag, type, count, bytes }, index) => {
      const at = 2 + index * 12
      this.#put16(piece, at, tag)
      this.#put16(piece, at + 2, type)
      this.#put32(piece, at + 4, count)
      const value = values[index] ?? null
      if (value === null) piece.set(bytes, at + 8)
      else this.#put32(piece, at + 8, value)
    })
    const { at } = this.#add(piece)
    this.#put32(this.#link.piece, this.#link.at, at)
    this.#link = { piece, at: piece.length - 4 }
  }

  #longs(tag: number, numbers: readonly number[]): TiffEntry {
    const bytes = Buffer.alloc(numbers.length * 4)
    for (const [index, number] of numbers.entries()) this.#put32(bytes, index * 4, number)
    return { tag, type: LONG, count: numbers.length, bytes }
  }

  #numbersOf(entries: readonly TiffEntry[], tag: number): number[] {
    const entry = entries.find((one) => one.tag === tag)
    return entry === undefined ? [] : tiffNumbers(entry, this.#little)
  }

  #put16(piece: Buffer, at: number, value: number): void {
    if (this.#little) piece.writeUInt16LE(value, at)
    else piece.writeUInt16BE(value, at)
  }

  #put32(piece: Buffer, at: number, value: number): void {
    if (this.#little) piece.writeUInt32LE(value, at)
    else piece.writeUInt32BE(value, at)
  }

  /** Everything begins at an even offset, as the format asks. */
  #add(piece: Uint8Array): { at: number; length: number } {
    const at = this.#length
    this.#pieces.push(piece)
    this.#length += piece.length
    if (piece.length % 2 === 1) {
      this.#pieces.push(Uint8Array.of(0))
      this.#length += 1
    }
    return { at, length: piece.length }
  }
}

function jpegTables(bytes: Uint8Array): Pick<TiffEntry, 'bytes' | 'count'> {
  const cleaned = cleanJpeg(bytes, 1)
  return { bytes: cleaned, count: cleaned.length }
}
