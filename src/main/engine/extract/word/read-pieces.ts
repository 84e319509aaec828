import type { WordFile } from '#engine/extract/word/open-word'

/** A stretch of text: where it stands in the document, and at which byte of the main stream. */
export type Piece = Readonly<{ start: number; length: number; position: number; isWide: boolean }>

/** `text` has the characters at their places in the document; those that are missing are NUL. */
export type WordText = Readonly<{ text: string; pieces: readonly Piece[]; isCut: boolean }>

const [PROPERTIES, PIECES] = [1, 2]
const PACKED = 0x40000000

/**
 * Puts the text together from its pieces. Never more than twice as many characters as the stream has bytes, for pieces that lie over each
 * other. `decode` is for texts of one byte a letter, one UTF-16 code unit for each.
 */
export function readPieces(file: WordFile, decode: (bytes: Uint8Array) => string): WordText {
  const stated = Object.values(file.lengths).reduce((sum, length) => sum + length, 0)
  const listed = [...piecesOf(file, stated)]
  const most = file.main.length * 2
  const parts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  for (const piece of listed) {
    if (piece.start !== length) break
    const width = piece.isWide ? 2 : 1
    const there = Math.floor(Math.max(file.main.length - piece.position, 0) / width)
    const isTooLong = length + piece.length > most
    // The last piece of what lies: as much of it as there is.
    const letters = isTooLong ? Math.min(there, most - length) : piece.length
    const bytes = file.main.subarray(piece.position, piece.position + letters * width)
    const text = piece.isWide ? bytes.toString('utf16le') : decode(bytes)
    parts.push(text.padEnd(letters, '\0').slice(0, letters))
    pieces.push({ ...piece, length: letters })
    length += letters
    if (isTooLong) break
  }
  return { text: parts.join(''), pieces, isCut: length < Math.min(stated, most) || pieces.length < listed.length }
}

function* piecesOf(file: WordFile, stated: number): Generator<Piece> {
  if (file.isOld && !file.isComplex) {
    const length = Math.min(stated, Math.max(file.main.length - file.textStart, 0))
    yield { start: 0, length, position: file.textStart, isWide: false }
    return
  }
  const table = tableOf(file.pieces)
  const count = Math.floor((table.length - 4) / 12)
  for (let at = 0; at < count; at++) {
    const start = table.readUInt32LE(at * 4)
    const length = table.readUInt32LE(at * 4 + 4) - start
    const place = table.readUInt32LE((count + 1) * 4 + at * 8 + 2)
    if (length < 0) return
    if (file.isOld) yield { start, length, position: place, isWide: false }
    else if (place & PACKED) yield { start, length, position: (place & 0x3fffffff) >>> 1, isWide: false }
    else yield { start, length, position: place & 0x3fffffff, isWide: true }
  }
}

/** Behind the properties of what was saved in haste, each with its length. */
function tableOf(list: Buffer): Buffer {
  for (let at = 0; at + 5 <= list.length; ) {
    if (list[at] === PIECES) return list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1))
    if (list[at] !== PROPERTIES) break
    at += 3 + list.readUInt16LE(at + 1)
  }
  return Buffer.alloc(0)
}
