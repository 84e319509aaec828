import { type OpenFile, readBytes } from '#engine/extract/read-file'

const SIGNATURE = 'd0cf11e0a1b11ae1'
const HEADER_BYTES = 512
/** Numbers above name no sector: end of a chain, free, and the tables' own. */
const HIGHEST_SECTOR = 0xfffffffa
const TABLE_SECTORS_IN_HEADER = 109
/** Tables of one sector each; more are read again when they are needed again. */
const KEPT_TABLES = 4096

/** The sectors of a compound file, which its tables put into chains; read by position, so that its size costs nothing. */
export type CfbSectors = Readonly<{
  file: OpenFile
  sectorSize: number
  directoryStart: number
  smallTableStart: number
  /** Shorter streams lie in small sectors. */
  smallBelow: number
  /** At most as many sectors as the file has, or `most`: a chain that bites its tail ends there. */
  chain: (start: number, most?: number) => Generator<number>
  positionOf: (sector: number) => number
}>

/** Undefined for what is no compound file, and for a header that can not be. */
export function openSectors(file: OpenFile): CfbSectors | undefined {
  const bytes = readBytes(file, 0, HEADER_BYTES)
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (header.length < HEADER_BYTES || header.toString('hex', 0, 8) !== SIGNATURE) return undefined
  const shift = header.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return undefined
  const table = new SectorTable(file, header, 1 << shift)
  return {
    file,
    sectorSize: 1 << shift,
    directoryStart: header.readUInt32LE(48),
    smallTableStart: header.readUInt32LE(60),
    smallBelow: header.readUInt32LE(56),
    chain: (start, most) => table.chain(start, most),
    positionOf: (sector) => table.positionOf(sector)
  }
}

/** Which sector follows which: a table in sectors of its own, the first of which the header names, the others a chain. */
class SectorTable {
  readonly #file: OpenFile
  readonly #size: number
  readonly #sectors: number
  /** Where the pieces of the table lie, as far as they have been looked up. */
  readonly #pieces: number[] = []
  readonly #kept = new Map<number, Buffer>()
  #nextList: number
  #listsLeft: number

  constructor(file: OpenFile, header: Buffer, size: number) {
    this.#file = file
    this.#size = size
    this.#sectors = Math.ceil(file.size / size)
    for (let at = 0; at < TABLE_SECTORS_IN_HEADER; at++) this.#pieces.push(header.readUInt32LE(76 + at * 4))
    this.#nextList = header.readUInt32LE(68)
    this.#listsLeft = this.#sectors
  }

  positionOf(sector: number): number {
    return (sector + 1) * this.#size
  }

  *chain(start: number, most = Number.POSITIVE_INFINITY): Generator<number> {
    let sector = start
    for (let left = Math.min(most, this.#sectors); left > 0 && this.#isSector(sector); left--) {
      yield sector
      sector = this.#after(sector)
    }
  }

  #isSector(sector: number): boolean {
    return sector < HIGHEST_SECTOR && this.positionOf(sector) < this.#file.size
  }

  #after(sector: number): number {
    const perPiece = this.#size / 4
    const piece = this.#piece(Math.floor(sector / perPiece))
    const at = (sector % perPiece) * 4
    return piece && at + 4 <= piece.length ? piece.readUInt32LE(at) : HIGHEST_SECTOR
  }

  #piece(index: number): Buffer | undefined {
    while (this.#pieces.length <= index && this.#listsLeft-- > 0 && this.#isSector(this.#nextList)) this.#readList()
    const sector = this.#pieces[index]
    return sector === undefined || !this.#isSector(sector) ? undefined : this.#read(sector)
  }

  /** The last number in a list names the next list. */
  #readList(): void {
    const list = this.#read(this.#nextList)
    const numbers = Array.from({ length: Math.floor(list.length / 4) }, (_, at) => list.readUInt32LE(at * 4))
    this.#nextList = numbers.pop() ?? HIGHEST_SECTOR
    for (const number of numbers) this.#pieces.push(number)
  }

  #read(sector: number): Buffer {
    const kept = this.#kept.get(sector)
    if (kept) return kept
    const bytes = readBytes(this.#file, this.positionOf(sector), this.#size)
    const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (this.#kept.size < KEPT_TABLES) this.#kept.set(sector, piece)
    return piece
  }
}
