import type { FilePart } from '#engine/extract/found'
import { eachElement } from '#engine/extract/html/each-element'

const EMBEDDED = /^embedded:(\d{1,6})$/

/** The n-th picture that stands in the markup as a data: address, by the key `embedded:<n>`; undefined for any other key. */
export function embeddedPicture(html: string, key: string): FilePart | undefined {
  const index = Number(EMBEDDED.exec(key)?.[1] ?? Number.NaN)
  if (Number.isNaN(index)) return undefined
  let address: string | undefined
  let seen = 0
  eachElement(html, {
    element(name, attributes) {
      const source = name === 'img' ? (attributes.get('src') ?? '').trim() : ''
      if (!/^data:/i.test(source)) return true
      if (seen++ === index) address = source
      return address === undefined
    }
  })
  return address === undefined ? undefined : pictureIn(address)
}

function pictureIn(address: string): FilePart | undefined {
  const match = /^data:(image\/(?:png|jpeg|jpg|gif|webp))(?:;[\w=-]{1,40}){0,3};base64,/i.exec(address)
  if (!match?.[1]) return undefined
  const data = address.slice(match[0].length).replaceAll('%2B', '+').replaceAll('%2F', '/').replaceAll('%3D', '=')
  return { mediaType: match[1].toLowerCase(), bytes: new Uint8Array(Buffer.from(data, 'base64')) }
}
