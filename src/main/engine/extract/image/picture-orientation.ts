/** Files in which cameras write how the picture was held; elsewhere programs do not heed it. */
const ORIENTED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/tiff'])

/** The EXIF orientation of a picture, 1 (upright) to 8; 1 where it says nothing. */
export async function pictureOrientation(bytes: Uint8Array, mediaType: string): Promise<number> {
  if (!ORIENTED.has(mediaType)) return 1
  const { orientation } = await import('exifr')
  try {
    const found = await orientation(bytes)
    return found !== undefined && Number.isInteger(found) && found >= 1 && found <= 8 ? found : 1
  } catch {
    // Damaged EXIF: the picture stands as it is stored.
    return 1
  }
}
