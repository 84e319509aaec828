import { CFB_TYPE, cfbType } from '#engine/extract/cfb/cfb-type'
import { IWORK_TYPE, packageType } from '#engine/extract/ooxml/package-type'
import { type OpenFile, readBytes } from '#engine/extract/read-file'
import { HEAD_BYTES, recogniseMediaType } from '#engine/extract/recognise/media-type'
import { extensionOf } from '#engine/extract/recognise/text-types'

/**
 * The media type of an open file: by its beginning, its middle and its name; where those only tell the kind of container, by what the
 * container holds. `head` is the beginning of the file, read before. Never throws.
 */
export async function recogniseFile(file: OpenFile, head: Uint8Array, name: string): Promise<string> {
  const mediaType = await recogniseMediaType(head, middleOf(file), name)
  if (mediaType === CFB_TYPE) return cfbType(file)
  const packed = await packageType(file, head, mediaType)
  return packed === IWORK_TYPE ? (IWORK[extensionOf(name)] ?? IWORK_TYPE) : packed
}

/** Pages, Numbers and Keynote pack their documents in one way. */
const IWORK: Readonly<Record<string, string>> = {
  pages: 'application/vnd.apple.pages',
  numbers: 'application/vnd.apple.numbers',
  key: 'application/vnd.apple.keynote'
}

/** The stretch from the middle that tells text from a binary file with a textual beginning; empty for short files. */
function middleOf(file: OpenFile): Uint8Array {
  return file.size <= HEAD_BYTES * 2 ? new Uint8Array(0) : readBytes(file, Math.floor(file.size / 2), HEAD_BYTES / 4)
}
