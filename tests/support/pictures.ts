/** Pictures made for tests from the simple ones that are committed. */
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

export type GrayPicture = Readonly<{ width: number; height: number; gray: Uint8Array }>

/** Reads a PNG as `scripts/sample/png.mjs` writes it: a palette of grays, a byte a pixel, no filters. */
function readGrayPng(file: string): GrayPicture {
  const bytes = readFileSync(file)
  const width = bytes.readUInt32BE(16)
  const height = bytes.readUInt32BE(20)
  let palette = Buffer.alloc(0)
  const data: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const content = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'PLTE') palette = content
    if (name === 'IDAT') data.push(content)
  }
  const rows = inflateSync(Buffer.concat(data))
  const gray = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) gray[y * width + x] = palette[(rows[y * (width + 1) + 1 + x] ?? 0) * 3] ?? 0
  return { width, height, gray }
}

/** The picture turned clockwise by a quarter, as a bitmap of 24 bits a pixel. */
export function onItsSide(file: string): Buffer {
  const { width, height, gray } = readGrayPng(file)
  return bitmap(height, width, (x, y) => gray[(height - 1 - x) * width + y] ?? 255)
}

/** A bitmap of 24 bits a pixel, rows from the bottom, as most programs write it. */
export function bitmap(width: number, height: number, grayAt: (x: number, y: number) => number): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4
  const bytes = Buffer.alloc(54 + row * height)
  bytes.write('BM', 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      bytes.fill(grayAt(x, y), 54 + (height - 1 - y) * row + x * 3, 54 + (height - 1 - y) * row + x * 3 + 3)
  return bytes
}

/** A TIFF of these pictures, one a page, uncompressed; `orientation` is that of every page. */
export function tiff(pages: readonly GrayPicture[], orientation = 1): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])]
  let at = 8
  for (const [index, { width, height, gray }] of pages.entries()) {
    const tags: readonly (readonly [tag: number, value: number])[] = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at + 2 + 9 * 12 + 4],
      [274, orientation],
      [278, height],
      [279, gray.length]
    ]
    const directory = Buffer.alloc(2 + tags.length * 12 + 4)
    directory.writeUInt16LE(tags.length, 0)
    for (const [entry, [tag, value]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + entry * 12)
      directory.writeUInt16LE(4, 4 + entry * 12)
      directory.writeUInt32LE(1, 6 + entry * 12)
      directory.writeUInt32LE(value, 10 + entry * 12)
    }
    const end = at + directory.length + gray.length
    const padding = end % 2
    directory.writeUInt32LE(index === pages.length - 1 ? 0 : end + padding, directory.length - 4)
    parts.push(directory, Buffer.from(gray), Buffer.alloc(padding))
    at = end + padding
  }
  return Buffer.concat(parts)
}

/** A PNG of one dark dot, the same bytes everywhere. */
export function dotPicture(): Buffer {
  return Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNQAAAAIgAh4+9nCwAAAABJRU5ErkJggg==', 'base64')
}
