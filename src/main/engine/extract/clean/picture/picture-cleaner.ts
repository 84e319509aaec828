import { CleanFault } from '#engine/extract/clean/clean-fault'
import type { Cleaner } from '#engine/extract/clean/cleaner'
import { cleanGif } from '#engine/extract/clean/picture/clean-gif'
import { cleanJpeg } from '#engine/extract/clean/picture/clean-jpeg'
import { cleanPng } from '#engine/extract/clean/picture/clean-png'
import { cleanTiff } from '#engine/extract/clean/picture/clean-tiff'
import { cleanWebp } from '#engine/extract/clean/picture/clean-webp'
import { exifTraces } from '#engine/extract/clean/picture/exif-traces'
import {
  gifPartTraces,
  jpegPartTraces,
  pngPartTraces,
  tiffPartTraces,
  webpPartTraces
} from '#engine/extract/clean/picture/part-traces'
import { profileDescription } from '#engine/extract/clean/picture/profile-description'
import { pictureOrientation } from '#engine/extract/image/picture-orientation'
import type { Remainder, Trace } from '#shared/model/copy'

/** How pictures of one type are cleaned, and what in them is not drawn. */
type PictureKind = Readonly<{
  clean: (bytes: Uint8Array, orientation: number) => Uint8Array
  parts: (bytes: Uint8Array) => Trace[]
}>

const PNG: PictureKind = { clean: cleanPng, parts: pngPartTraces }

const KINDS: Readonly<Record<string, PictureKind>> = {
  'image/jpeg': { clean: cleanJpeg, parts: jpegPartTraces },
  'image/png': PNG,
  'image/apng': PNG,
  'image/webp': { clean: cleanWebp, parts: webpPartTraces },
  'image/gif': { clean: cleanGif, parts: gifPartTraces },
  'image/tiff': { clean: cleanTiff, parts: tiffPartTraces }
}

export const isCleanPicture = (mediaType: string): boolean => Object.hasOwn(KINDS, mediaType)

const kindOf = (mediaType: string): PictureKind => {
  const kind = Object.hasOwn(KINDS, mediaType) ? KINDS[mediaType] : undefined
  if (!kind) throw new CleanFault('too-complex', 'Pictures of this type can not be cleaned.')
  return kind
}

/** The same picture without what tells of its makers; its pixels are copied as they are packed. Throws `CleanFault`. */
export async function cleanPictureBytes(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  return kindOf(mediaType).clean(bytes, await pictureOrientation(bytes, mediaType))
}

/** What in a picture tells of its makers. Throws `CleanFault` for one whose parts do not follow each other. */
export async function pictureTraces(bytes: Uint8Array, mediaType: string): Promise<Trace[]> {
  const isTiff = mediaType === 'image/tiff'
  return [...(await exifTraces(bytes, mediaType, isTiff)), ...kindOf(mediaType).parts(bytes)]
}

export const pictureCleaner: Cleaner = {
  traces: ({ bytes, mediaType }) => pictureTraces(bytes(), mediaType),
  clean: async ({ bytes: read, mediaType }) => {
    const bytes = await cleanPictureBytes(read(), mediaType)
    return { bytes, remains: await remainsOf(bytes, mediaType) }
  }
}

async function remainsOf(bytes: Uint8Array, mediaType: string): Promise<Remainder[]> {
  const profile = profileDescription(bytes, mediaType)
  const isTurned = (await pictureOrientation(bytes, mediaType)) !== 1
  return [
    { code: 'seen', detail: null },
    { code: 'text-in-picture', detail: null },
    { code: 'sensor', detail: null },
    { code: 'compression', detail: null },
    ...(profile === null ? [] : [{ code: 'colour-profile', detail: profile === '' ? null : profile } as const]),
    ...(isTurned ? [{ code: 'orientation', detail: null } as const] : [])
  ]
}
