import type { FilePart, Source } from '#engine/extract/found'
import { openPackage, type Package } from '#engine/extract/ooxml/open-package'

const LARGEST_PICTURE = 64 * 1024 * 1024

/** Raster pictures a window can show, by the extension of their part. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  jfif: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp'
}

/** The type of a picture that can be shown; undefined for drawings, unknown types and what is no picture. */
export function pictureType(opened: Package, part: string): string | undefined {
  if (!opened.has(part)) return undefined
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  const byName = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined
  if (byName) return byName
  const declared = opened.typeOf(part)
  return Object.values(TYPES).includes(declared) ? declared : undefined
}

/** The picture that a block's `resource` names; undefined for any other part. */
export async function picturePart(source: Source, key: string): Promise<FilePart | undefined> {
  const opened = await openPackage(source.file)
  const mediaType = pictureType(opened, key)
  const bytes = mediaType === undefined ? undefined : opened.bytes(key, LARGEST_PICTURE)
  return mediaType === undefined || bytes === undefined ? undefined : { mediaType, bytes }
}
