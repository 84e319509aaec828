const PICTURES: ReadonlySet<string> = new Set(
  ['jpeg', 'png', 'apng', 'gif', 'webp', 'bmp', 'tiff', 'avif', 'heic', 'heif', 'heic-sequence', 'heif-sequence'].map(
    (kind) => `image/${kind}`
  )
)

/** Whether this is a type of raster picture that the picture format reads; drawings (SVG) are none. */
export function isPicture(mediaType: string): boolean {
  return PICTURES.has(mediaType)
}
