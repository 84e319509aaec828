import { latin1 } from '#engine/extract/charset/latin1'
import { CleanFault } from '#engine/extract/clean/clean-fault'

/** A stretch of a JPEG: a marker with its content (`bytes` begins with the marker), a scan with its data, or what follows the picture. */
export type JpegSegment = Readonly<{
  kind: 'marker' | 'scan' | 'trailer'
  /** The second byte of the marker; 0 for a trailer. */
  marker: number
  bytes: Uint8Array
  /** What stands after marker and length; empty where there is none. */
  content: Uint8Array
}>

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const NOTHING = new Uint8Array(0)

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= EOI)

/** The stretches of a JPEG in their order; together they are the whole file, but for fill bytes. Throws `CleanFault`. Cost: linear. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw new CleanFault('damaged', 'It does not begin as a JPEG.')
  yield { kind: 'marker', marker: SOI, bytes: bytes.subarray(0, 2), content: NOTHING }
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) throw new CleanFault('damaged', 'Its parts do not follow each other.')
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === undefined) return
    if (standsAlone(marker)) {
      yield { kind: 'marker', marker, bytes: bytes.subarray(at, at + 2), content: NOTHING }
      at += 2
      if (marker !== EOI) continue
      if (at < bytes.length) yield { kind: 'trailer', marker: 0, bytes: bytes.subarray(at), content: bytes.subarray(at) }
      return
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) throw new CleanFault('damaged', 'It ends in the middle of its description.')
    const stop = marker === SOS ? endOfScan(bytes, end) : end
    yield {
      kind: marker === SOS ? 'scan' : 'marker',
      marker,
      bytes: bytes.subarray(at, stop),
      content: bytes.subarray(at + 4, end)
    }
    at = stop
  }
}

/** Where the data of a scan end: at the next marker that is no restart. A picture that is cut off ends with the file. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Whether the content of an application segment begins with this name. */
export const isNamed = ({ content }: JpegSegment, name: string): boolean => latin1(content.subarray(0, name.length)) === name
