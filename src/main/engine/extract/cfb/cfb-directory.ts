import type { CfbSectors } from '#engine/extract/cfb/cfb-sectors'
import { readBytes } from '#engine/extract/read-file'

/** A stream of a compound file, or a storage, which holds streams and storages; `children` in no order that means anything. */
export type CfbEntry = Readonly<{
  name: string
  kind: 'root' | 'storage' | 'stream'
  /** The first sector, and how many bytes it says that it has, never more than the file. */
  start: number
  size: number
  children: readonly CfbEntry[]
}>

type Growing = Omit<CfbEntry, 'children'> & { children: CfbEntry[]; left: number; right: number; first: number }

const ENTRY_BYTES = 128
/** A message with a thousand attachments has some 20,000. */
const MOST_ENTRIES = 100_000
const KINDS: Readonly<Record<number, CfbEntry['kind']>> = { 1: 'storage', 2: 'stream', 5: 'root' }

/**
 * The directory as a tree, from its root; undefined without one. Cost: linear in its length, at most 100,000 entries; each entry stands in
 * the tree once, whatever the links between entries say. Entries that no link leads to count as the root's: a damaged tree hides nothing.
 */
export function readDirectory(sectors: CfbSectors): CfbEntry | undefined {
  const entries = [...readEntries(sectors)]
  const root = entries[0]
  if (root?.kind !== 'root') return undefined
  const placed = new Set<number>([0])
  const open: Growing[] = [root]
  for (let holder = open.pop(); holder; holder = open.pop()) {
    for (const index of siblings(entries, holder.first, placed)) {
      const entry = entries[index]
      if (!entry) continue
      holder.children.push(entry)
      if (entry.kind === 'storage') open.push(entry)
    }
  }
  for (const [index, entry] of entries.entries()) if (entry && !placed.has(index)) root.children.push(entry)
  return root
}

/** All entries that hang on this one as siblings, this one among them; none that is `placed` already. */
function siblings(entries: readonly (Growing | undefined)[], first: number, placed: Set<number>): number[] {
  const found: number[] = []
  const open = [first]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index]
    if (!entry || placed.has(index)) continue
    placed.add(index)
    found.push(index)
    open.push(entry.right, entry.left)
  }
  return found
}

function* readEntries(sectors: CfbSectors): Generator<Growing | undefined> {
  const perSector = sectors.sectorSize / ENTRY_BYTES
  for (const sector of sectors.chain(sectors.directoryStart, Math.ceil(MOST_ENTRIES / perSector))) {
    const bytes = readBytes(sectors.file, sectors.positionOf(sector), sectors.sectorSize)
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at + ENTRY_BYTES <= buffer.length; at += ENTRY_BYTES) yield entryAt(buffer, at, sectors)
  }
}

function entryAt(buffer: Buffer, at: number, { file, sectorSize }: CfbSectors): Growing | undefined {
  const kind = KINDS[buffer[at + 66] ?? 0]
  if (kind === undefined) return undefined
  const nameBytes = Math.min(buffer.readUInt16LE(at + 64), 64)
  // Files of small sectors leave what they please in the upper half of the size.
  const size = buffer.readUInt32LE(at + 120) + (sectorSize === 512 ? 0 : buffer.readUInt32LE(at + 124) * 2 ** 32)
  return {
    name: buffer.toString('utf16le', at, at + nameBytes).replace(/\0.*$/s, ''),
    kind,
    start: buffer.readUInt32LE(at + 116),
    size: Math.min(size, file.size),
    children: [],
    left: buffer.readUInt32LE(at + 68),
    right: buffer.readUInt32LE(at + 72),
    first: buffer.readUInt32LE(at + 76)
  }
}
