import { CFB_TYPE, cfbType } from '#engine/extract/cfb/cfb-type'
import { recogniseMediaType } from '#engine/extract/media-type'
import { packageType } from '#engine/extract/ooxml/package-type'
import { type OpenFile, readMiddle } from '#engine/extract/read-file'

/**
 * The media type of an open file: by its beginning, its middle and its name; where those only tell the kind of container, by what the
 * container holds. `head` is the beginning of the file, read before. Never throws.
 */
export async function recogniseFile(file: OpenFile, head: Uint8Array, name: string): Promise<string> {
  const mediaType = await recogniseMediaType(head, readMiddle(file), name)
  return mediaType === CFB_TYPE ? cfbType(file) : await packageType(file, head, mediaType)
}
