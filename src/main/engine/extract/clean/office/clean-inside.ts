import { CleanFault } from '#engine/extract/clean/clean-fault'
import { cleanPictureBytes, isCleanPicture } from '#engine/extract/clean/picture/picture-cleaner'
import { recogniseMediaType } from '#engine/extract/recognise/media-type'

/** What became of the files inside a document. */
export type InsideCount = { pictures: number; uncleaned: string[]; embedded: string[] }

const HEAD_BYTES = 4096

/** A picture inside a document without its metadata; one of another kind, or a damaged one, as it is, noted in `count`. */
export async function cleanInside(name: string, bytes: Uint8Array, count: InsideCount): Promise<Uint8Array> {
  const type = await recogniseMediaType(bytes.subarray(0, HEAD_BYTES), new Uint8Array(0), name)
  if (!type.startsWith('image/')) {
    count.embedded.push(name)
    return bytes
  }
  count.pictures++
  if (isCleanPicture(type)) {
    try {
      return await cleanPictureBytes(bytes, type)
    } catch (error) {
      if (!(error instanceof CleanFault)) throw error
    }
  }
  count.uncleaned.push(name)
  return bytes
}
