import type { FilePart, Source } from '#engine/extract/found'
import { openOdfPackage } from '#engine/extract/odf/odf-package'
import { readXml } from '#engine/extract/xml/read-xml'

/** Raster pictures that windows show. Drawings (SVG, WMF, EMF) come with one of these beside them, or are not shown. */
const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp'
}

const EMBEDDED = /^embedded:(\d{1,6})$/

/** Whether the part of this name is a picture that can be shown. */
export function isShownPicture(name: string): boolean {
  return typeOf(name) !== undefined
}

/** Whether a picture of this declared type can be shown. */
export function isShownType(mediaType: string): boolean {
  return Object.values(TYPES).includes(mediaType)
}

function typeOf(name: string): string | undefined {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined
}

/** A picture of the file by the key its block names; undefined for any other key. */
export async function odfPicture(source: Source, key: string): Promise<FilePart | undefined> {
  if (source.mediaType.endsWith('-flat-xml')) return flatPicture(source.bytes(), key)
  const mediaType = typeOf(key)
  if (mediaType === undefined) return undefined
  const parts = await openOdfPackage(source)
  const bytes = parts.bytes(key)
  return bytes && { mediaType, bytes }
}

/** The n-th picture that stands in the markup. */
function flatPicture(file: Uint8Array, key: string): FilePart | undefined {
  const wanted = Number(EMBEDDED.exec(key)?.[1] ?? -1)
  const parts: string[] = []
  let seen = -1
  let isOpen = false
  readXml(file, {
    open: (name, attributes) => {
      if (name === 'draw:image' && attributes['xlink:href'] === undefined) seen++
      if (name === 'office:binary-data') isOpen = seen === wanted
    },
    close: (name) => {
      if (name === 'office:binary-data') isOpen = false
    },
    text: (text) => {
      if (isOpen) parts.push(text)
    }
  })
  if (parts.length === 0) return undefined
  const bytes = new Uint8Array(Buffer.from(parts.join('').replace(/\s+/g, ''), 'base64'))
  const mediaType = signedType(bytes)
  return mediaType === undefined ? undefined : { mediaType, bytes }
}

function signedType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\u0089PNG')) return 'image/png'
  if (head.startsWith('\u00ff\u00d8')) return 'image/jpeg'
  if (head.startsWith('GIF8')) return 'image/gif'
  if (head.startsWith('BM')) return 'image/bmp'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : undefined
}
