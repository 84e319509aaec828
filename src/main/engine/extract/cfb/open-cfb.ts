import { type CfbEntry, readDirectory } from '#engine/extract/cfb/cfb-directory'
import { type CfbSectors, openSectors } from '#engine/extract/cfb/cfb-sectors'
import { type OpenFile, readBytes } from '#engine/extract/read-file'

const SMALL_SECTOR = 64
const CHUNK = 1024 * 1024

/** A compound file (MS-CFB), as Outlook and the Office programs of 1997 to 2003 wrote them. */
export type Cfb = Readonly<{
  root: CfbEntry
  /** The content of a stream, in pieces of about 1 MB; shorter than its `size` where the file is damaged. */
  chunks: (stream: CfbEntry) => Generator<Uint8Array>
  /** The first `most` bytes of a stream. */
  read: (stream: CfbEntry, most: number) => Uint8Array
}>

/**
 * Opens a compound file; undefined for what is none, or has no directory. Never throws for what is in it, and ends on any: no chain is
 * followed for more sectors than there are. Nothing but the directory is held in memory.
 */
export function openCfb(file: OpenFile): Cfb | undefined {
  const sectors = openSectors(file)
  const root = sectors && readDirectory(sectors)
  if (!root) return undefined
  const content = new StreamContent(sectors, root)
  return {
    root,
    chunks: (stream) => content.chunks(stream, stream.size),
    read: (stream, most) => Buffer.concat([...content.chunks(stream, Math.min(stream.size, most))])
  }
}

type Run = { position: number; length: number }

class StreamContent {
  readonly #sectors: CfbSectors
  readonly #root: CfbEntry
  #small: Readonly<{ table: Buffer; home: readonly number[] }> | undefined

  constructor(sectors: CfbSectors, root: CfbEntry) {
    this.#sectors = sectors
    this.#root = root
  }

  *chunks({ start, size, kind }: CfbEntry, most: number): Generator<Uint8Array> {
    let left = most
    const pieces = kind === 'stream' && size < this.#sectors.smallBelow ? this.#smallRuns(start, most) : this.#runs(start, most)
    for (const { position, length } of pieces) {
      const bytes = readBytes(this.#sectors.file, position, Math.min(length, left))
      if (bytes.length === 0) return
      left -= bytes.length
      yield bytes
    }
  }

  /** Sectors that lie one after another are read at once. */
  *#runs(start: number, bytes: number): Generator<Run> {
    const { sectorSize, positionOf, chain } = this.#sectors
    let run: Run | undefined
    for (const sector of chain(start, Math.ceil(bytes / sectorSize))) {
      const position = positionOf(sector)
      if (run && run.position + run.length === position && run.length < CHUNK) run.length += sectorSize
      else {
        if (run) yield run
        run = { position, length: sectorSize }
      }
    }
    if (run) yield run
  }

  *#smallRuns(start: number, bytes: number): Generator<Run> {
    this.#small ??= this.#readSmall()
    const { table, home } = this.#small
    const { sectorSize, positionOf } = this.#sectors
    let sector = start
    for (let left = bytes; left > 0; left -= SMALL_SECTOR) {
      const at = sector * SMALL_SECTOR
      const held = home[Math.floor(at / sectorSize)]
      if (held === undefined) return
      yield { position: positionOf(held) + (at % sectorSize), length: SMALL_SECTOR }
      if (sector * 4 + 4 > table.length) return
      sector = table.readUInt32LE(sector * 4)
    }
  }

  /** The root's own stream is where the small sectors lie; each has four bytes in their table. */
  #readSmall(): Readonly<{ table: Buffer; home: readonly number[] }> {
    const { chain, sectorSize, smallTableStart } = this.#sectors
    const home = [...chain(this.#root.start, Math.ceil(this.#root.size / sectorSize))]
    const tableBytes = ((home.length * sectorSize) / SMALL_SECTOR) * 4
    const runs = [...this.#runs(smallTableStart, tableBytes)]
    const table = Buffer.concat(runs.map(({ position, length }) => readBytes(this.#sectors.file, position, length)))
    return { table, home }
  }
}
