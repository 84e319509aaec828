import { latin1 } from '#engine/extract/charset/latin1'
import { CleanFault } from '#engine/extract/clean/clean-fault'

/** A block of a GIF; `name` of an application block is that of the program and its code. */
export type GifBlock = Readonly<{
  kind: 'head' | 'picture' | 'control' | 'comment' | 'text' | 'application' | 'unknown' | 'end' | 'trailer'
  name: string
  bytes: Uint8Array
}>

const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

/** The blocks of a GIF in their order; together they are the whole file. Throws `CleanFault`. Cost: linear. */
export function* gifBlocks(bytes: Uint8Array): Generator<GifBlock> {
  if (!/^GIF8[79]a$/.test(latin1(bytes.subarray(0, 6)))) throw new CleanFault('damaged', 'It does not begin as a GIF.')
  let at = 13 + tableBytes(bytes[10] ?? 0)
  yield { kind: 'head', name: '', bytes: bytes.subarray(0, at) }
  while (at < bytes.length) {
    const start = at
    const sign = bytes[at]
    if (sign === 0x3b) {
      yield { kind: 'end', name: '', bytes: bytes.subarray(at, at + 1) }
      if (at + 1 < bytes.length) yield { kind: 'trailer', name: '', bytes: bytes.subarray(at + 1) }
      return
    }
    if (sign === 0x2c) {
      at = endOfData(bytes, at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1)
      yield { kind: 'picture', name: '', bytes: bytes.subarray(start, at) }
      continue
    }
    if (sign !== 0x21) throw new CleanFault('damaged', 'Its parts do not follow each other.')
    const label = bytes[at + 1] ?? 0
    at = endOfData(bytes, at + 2)
    const name = label === 0xff ? latin1(bytes.subarray(start + 3, start + 14)) : ''
    yield { kind: KINDS[label] ?? 'unknown', name, bytes: bytes.subarray(start, at) }
  }
}

const KINDS: Readonly<Record<number, GifBlock['kind']>> = { 249: 'control', 254: 'comment', 1: 'text', 255: 'application' }

/** After the pieces that begin at `at`, and the empty one that ends them; a picture that is cut off ends with the file. */
function endOfData(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) break
  }
  return Math.min(at, bytes.length)
}
