/** The metadata of a WebP: an EXIF block as TIFF, an XMP packet; undefined where there is none. */
export function embeddedBlocks(bytes: Uint8Array): Readonly<{ exif?: Uint8Array; xmp?: string }> {
  const found: { exif?: Uint8Array; xmp?: string } = {}
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    const length = view.getUint32(at + 4, true)
    const content = bytes.subarray(at + 8, at + 8 + length)
    // Some programs put the marker of JPEG before the block.
    if (name === 'EXIF')
      found.exif = Buffer.from(content.subarray(0, 4)).toString('latin1') === 'Exif' ? content.subarray(6) : content
    if (name === 'XMP ') found.xmp = new TextDecoder().decode(content)
    at += 8 + length + (length % 2)
  }
  return found
}
