import { jpegFrame } from '#engine/extract/image/picture-size'

const JPEG_END = Buffer.from([0xff, 0xd9])
const PNG_END = Buffer.from('IEND', 'latin1')
const RIFF_HEADER_BYTES = 8

/**
 * Whether the end of a picture is missing, as far as its format tells; pictures of other formats count as whole. Decodes nothing.
 * Programs append to pictures, so that an end mark counts wherever it stands, but not that of a thumbnail before the picture.
 */
export function isCutOff(bytes: Uint8Array, mediaType: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (mediaType) {
    case 'image/jpeg':
      return buffer.lastIndexOf(JPEG_END) < (jpegFrame(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? 0)
    case 'image/png':
    case 'image/apng':
      return buffer.lastIndexOf(PNG_END) < 0
    case 'image/webp':
      return buffer.length < buffer.readUInt32LE(4) + RIFF_HEADER_BYTES
    case 'image/bmp':
      return buffer.length < buffer.readUInt32LE(2)
    default:
      return false
  }
}
