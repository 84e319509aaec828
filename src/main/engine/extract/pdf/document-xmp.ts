import type { Source } from '#engine/extract/found'
import { readXmp, type Xmp } from '#engine/extract/image/xmp'

/** Larger files are not searched for their packet. */
const LARGEST = 64 * 1024 * 1024
const BEGIN = '<x:xmpmeta'
const END = '</x:xmpmeta>'
const LONGEST = 1_000_000
const MOST_PACKETS = 20
/** What tells the packet of the document from those of the pictures in it. */
const OF_DOCUMENT = /application\/pdf|ns\.adobe\.com\/pdf\//

/** What the document's own XMP packet says, the newest one; undefined when it has none that can be read without opening it up. Cost: a search of the file. */
export function xmpOfDocument(source: Source): Xmp | undefined {
  if (source.file.size > LARGEST) return undefined
  const whole = source.bytes()
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength)
  let start = bytes.lastIndexOf(BEGIN)
  for (let looked = 0; start >= 0 && looked < MOST_PACKETS; looked++) {
    const end = bytes.indexOf(END, start)
    const packet = end < 0 || end - start > LONGEST ? '' : bytes.toString('utf8', start, end + END.length)
    if (OF_DOCUMENT.test(packet)) return readXmp(packet)
    start = start === 0 ? -1 : bytes.lastIndexOf(BEGIN, start - 1)
  }
  return undefined
}
