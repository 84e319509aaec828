/** ZIP archives written byte by byte, so that they can also be wrong. */
import { crc32, deflateRawSync } from 'node:zlib'
import { u16, u32, u64 } from '#tests/support/little-endian'

export type ZipEntry = Readonly<{
  name: string | Uint8Array
  content?: Uint8Array | string
  method?: 'stored' | 'deflated'
  /** Packed already, with the size it has unpacked: for contents too large to be made. */
  packed?: Readonly<{ bytes: Uint8Array; size: number; crc32: number }>
  /** The size that both headers give, when it is not the truth. */
  claimedSize?: number
  isEncrypted?: boolean
  /** Leaves out the mark that says that the name is UTF-8. */
  isUndeclared?: boolean
  /** Says its sizes and its place in the fields that ZIP64 adds. */
  isZip64?: boolean
  /** The number of the packing method that both headers give, when it is not the truth. */
  claimedMethod?: number
  /** Unix mode, e.g. 0o120777 for a symbolic link. */
  mode?: number
  /** Lets the entry point at the local header of an earlier one. */
  sharesLocalHeaderOf?: number
}>

const UTF8 = 0x0800
const DOS_DATE = (40 << 9) | (9 << 5) | 13

/** A ZIP archive (APPNOTE 6.3); ZIP64 for the entries that ask for it. */
export function zipFile(entries: readonly ZipEntry[], { comment = '' } = {}): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const { bytes, size, crc, method } = packedContent(entry)
    const flags = (entry.isUndeclared ? 0 : UTF8) | (entry.isEncrypted ? 1 : 0)
    const common = { flags, method: entry.claimedMethod ?? method, crc, name: name.length }
    const sizes = { packed: bytes.length, size: entry.claimedSize ?? size }
    const fields = commonFields({ ...common, ...sizes })
    const shared = entry.sharesLocalHeaderOf === undefined ? undefined : offsets[entry.sharesLocalHeaderOf]
    offsets.push(shared ?? at)
    if (shared === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), u16(20), fields, u16(0), name, Buffer.from(bytes)])
      parts.push(local)
      at += local.length
    }
    const place = offsets.at(-1) ?? 0
    const extra = entry.isZip64 ? zip64Field(sizes.size, sizes.packed, place) : Buffer.alloc(0)
    const outer = Buffer.concat([
      u16(extra.length),
      u16(0),
      u16(0),
      u16(0),
      u32(((entry.mode ?? 0o100644) << 16) >>> 0),
      u32(entry.isZip64 ? ELSEWHERE : place)
    ])
    const listed = entry.isZip64 ? commonFields({ ...common, packed: ELSEWHERE, size: ELSEWHERE }) : fields
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), u16((3 << 8) | 20), u16(20), listed, outer, name, extra]))
  }
  const directory = Buffer.concat(central)
  const note = Buffer.from(comment)
  const counts = Buffer.concat([u16(0), u16(0), u16(entries.length), u16(entries.length)])
  const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), counts, u32(directory.length), u32(at), u16(note.length), note])
  return Buffer.concat([...parts, directory, end])
}

/** Where a 32-bit field says that the truth stands in the field of ZIP64. */
const ELSEWHERE = 0xffffffff

const zip64Field = (size: number, packed: number, place: number): Buffer =>
  Buffer.concat([u16(1), u16(24), ...[size, packed, place].map(u64)])

function packedContent(entry: ZipEntry): { bytes: Uint8Array; size: number; crc: number; method: number } {
  if (entry.packed) return { bytes: entry.packed.bytes, size: entry.packed.size, crc: entry.packed.crc32, method: 8 }
  const content = Buffer.from(entry.content ?? '')
  const isDeflated = entry.method !== 'stored'
  return {
    bytes: isDeflated ? deflateRawSync(content) : content,
    size: content.length,
    crc: crc32(content),
    method: isDeflated ? 8 : 0
  }
}

type Common = Readonly<{ flags: number; method: number; crc: number; packed: number; size: number; name: number }>

const commonFields = ({ flags, method, crc, packed, size, name }: Common): Buffer =>
  Buffer.concat([u16(flags), u16(method), u16(0x6000), u16(DOS_DATE), u32(crc), u32(packed), u32(size), u16(name)])
