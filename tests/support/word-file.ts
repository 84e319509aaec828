/** Word files (MS-DOC) written byte by byte, so that they can also be wrong. */
import { cfbFile } from '#tests/support/cfb-file'

const HEADER = 0x600
const [ENCRYPTED, COMPLEX] = [0x0100, 0x0004]
const PACKED = 0x40000000

export type WordPiece = Readonly<{
  text: string | Uint8Array
  /** Where the piece says that it stands in the document, when it is not the truth. */
  start?: number
  /** Reads the bytes of an earlier piece. */
  sharesBytesOf?: number
}>

/** A Word 97 file of nothing but text; bytes are in windows-1252. */
export function wordFile(pieces: readonly WordPiece[], { isEncrypted = false, claimedLength = -1 } = {}): Buffer {
  const main = Buffer.alloc(HEADER)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(isEncrypted ? ENCRYPTED : 0, 0x0a)
  const bytes = pieces.map(({ text }) => (typeof text === 'string' ? Buffer.from(text, 'utf16le') : Buffer.from(text)))
  const lengths = pieces.map(({ text }) => text.length)
  const length = lengths.reduce((sum, one) => sum + one, 0)
  const table = Buffer.alloc(5 + 4 + pieces.length * 12)
  table[0] = 2
  table.writeUInt32LE(4 + pieces.length * 12, 1)
  const positions: number[] = []
  let [start, position] = [0, HEADER]
  pieces.forEach((piece, at) => {
    const shared = piece.sharesBytesOf === undefined ? undefined : positions[piece.sharesBytesOf]
    positions.push(shared ?? position)
    const place = shared ?? position
    table.writeUInt32LE(piece.start ?? start, 5 + at * 4)
    table.writeUInt32LE(
      typeof piece.text === 'string' ? place : (PACKED | (place * 2)) >>> 0,
      5 + (pieces.length + 1) * 4 + at * 8 + 2
    )
    start += lengths[at] ?? 0
    if (shared === undefined) position += bytes[at]?.length ?? 0
  })
  table.writeUInt32LE(start, 5 + pieces.length * 4)
  main.writeUInt32LE(claimedLength < 0 ? length : claimedLength, 0x4c)
  main.writeUInt32LE(0, 0x1a2)
  main.writeUInt32LE(table.length, 0x1a6)
  const own = bytes.filter((_, at) => pieces[at]?.sharesBytesOf === undefined)
  return cfbFile([
    { path: 'WordDocument', content: Buffer.concat([main, ...own]) },
    { path: '0Table', content: table }
  ])
}

/** A Word 95 file: bytes in the code page of its system, in one piece. */
export function oldWordFile(text: Uint8Array, { isComplex = false } = {}): Buffer {
  const main = Buffer.alloc(HEADER)
  main.writeUInt16LE(0xa5dc, 0)
  main.writeUInt16LE(104, 2)
  main.writeUInt16LE(isComplex ? COMPLEX : 0, 0x0a)
  main.writeUInt32LE(HEADER, 0x18)
  main.writeUInt32LE(text.length, 0x34)
  return cfbFile([{ path: 'WordDocument', content: Buffer.concat([main, text]) }])
}
