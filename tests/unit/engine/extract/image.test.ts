import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { image } from '#engine/extract/formats/image'
import { tiffBitmap, tiffPages } from '#engine/extract/image/tiff'
import { sourceOf } from '#tests/support/jobs'

const FIXTURES = join(import.meta.dirname, '../../../fixtures/image')
const EXIF_HEAD = [
  0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0
]

/** A photograph that lies 160 across and 120 down, with what a camera writes about how it was held. */
function held(orientation: number): Buffer {
  const plain = readFileSync(join(FIXTURES, 'jpeg-iptc-persian/source.jpg'))
  const exif = Buffer.from([...EXIF_HEAD, orientation, 0, 0, 0, 0, 0, 0])
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned upright from orientation %s', async (orientation) => {
  const { pages } = (await image.pages?.(sourceOf(held(orientation), 'a.jpg', 'image/jpeg'))) ?? { pages: [] }
  expect(pages).toEqual([orientation >= 5 ? { width: 120, height: 160 } : { width: 160, height: 120 }])
})

it.each([
  ['tiff-fax-pages', 2, 100, 200],
  ['tiff-cmyk', 1, 80, 70]
])('draws %s, page %s', async (name, page, width, height) => {
  const source = sourceOf(readFileSync(join(FIXTURES, name, 'source.tif')), 'a.tif', 'image/tiff')
  const bitmap = Buffer.from((await image.bitmap?.(source, page, width))?.bytes ?? [])
  expect([bitmap.toString('latin1', 0, 2), bitmap.readInt32LE(18), Math.abs(bitmap.readInt32LE(22))]).toEqual([
    'BM',
    width,
    height
  ])
})

it('draws red ink red', async () => {
  const source = sourceOf(readFileSync(join(FIXTURES, 'tiff-cmyk/source.tif')), 'a.tif', 'image/tiff')
  const [blue = 0, , red = 0] = (await image.bitmap?.(source, 1, 80))?.bytes.subarray(54) ?? []
  expect([red > 200, blue < 60]).toEqual([true, true])
})

it('does not make room for what a TIFF of no size claims to hold', async () => {
  const bytes = new Uint8Array(200)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0x4949, true)
  view.setUint16(2, 42, true)
  view.setUint32(4, 8, true)
  const entries = [
    [256, 3, 1, 200],
    [257, 3, 1, 100],
    [259, 3, 1, 4],
    // A third of a billion places of strips, in a file of two hundred bytes.
    [273, 3, 375_571_457, 0]
  ]
  view.setUint16(8, entries.length, true)
  for (const [at, [tag = 0, type = 0, count = 0, value = 0]] of entries.entries()) {
    view.setUint16(10 + at * 12, tag, true)
    view.setUint16(12 + at * 12, type, true)
    view.setUint32(14 + at * 12, count, true)
    view.setUint16(18 + at * 12, value, true)
  }
  const [page] = tiffPages(bytes)
  expect(page).toMatchObject({ width: 200, height: 100 })
  if (page) await expect(tiffBitmap(bytes, page, 100)).rejects.toThrow('the page is damaged')
})
