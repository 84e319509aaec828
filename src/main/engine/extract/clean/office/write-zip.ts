import { ZipFile } from 'yazl'
import { joined } from '#engine/extract/clean/joined'

export type ZipPart = Readonly<{ name: string; bytes: Uint8Array; isStored?: boolean }>

/** The first moment that an archive can name: it tells nothing. */
const NO_TIME = new Date(1980, 0, 1)

/** Packs parts in their order, all with the same time and without any attribute of the computer. */
export async function writeZip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const { name, bytes, isStored = false } of parts)
    zip.addBuffer(Buffer.from(bytes), name, { mtime: NO_TIME, mode: 0o100644, compress: !isStored, forceDosTimestamp: true })
  zip.end()
  const pieces: Uint8Array[] = []
  for await (const piece of zip.outputStream) pieces.push(Buffer.isBuffer(piece) ? piece : Buffer.from(piece))
  return joined(pieces)
}
