import { localResourceKey } from '#engine/extract/html/local-resource'

/** The resources saved with a page, and the addresses under which the window asks for them. */
export type SavedResources = Readonly<{
  /** The address for a reference in the page, or in the style sheet with the key `from`; undefined when it was not saved. */
  addressOf(reference: string, from?: string): string | undefined
}>

const ADDRESS = /^[a-z][a-z0-9+.-]*:/i

/**
 * `keys` are the saved files by path relative to the page, or by the address they had (`https:`, `cid:`); `base` is put before each
 * (encoded) key. `pageUrl` is the address the page had, for relative references to resources known by address.
 */
export function savedResources(keys: readonly string[], base: string, pageUrl: string | null): SavedResources {
  // Systems write the same letter in one or two code points.
  const known = new Map(keys.map((key) => [key.normalize('NFC'), key]))
  const keyOf = (reference: string, from: string): string | undefined => {
    const local = known.get(localResourceKey(reference, ADDRESS.test(from) ? '' : from)?.normalize('NFC') ?? '')
    return local ?? known.get(absolute(reference, ADDRESS.test(from) ? from : pageUrl) ?? '')
  }
  return {
    addressOf: (reference, from = '') => {
      const key = keyOf(reference, from)
      if (key === undefined) return undefined
      return base + (ADDRESS.test(key) ? encodeURIComponent(key) : key.split('/').map(encodeURIComponent).join('/'))
    }
  }
}

/** The reference as an address without its fragment; undefined when it can not be one. */
function absolute(reference: string, against: string | null): string | undefined {
  const trimmed = reference.trim()
  if (/^cid:/i.test(trimmed)) return trimmed
  if (!URL.canParse(trimmed, against ?? undefined)) return undefined
  const url = new URL(trimmed, against ?? undefined)
  url.hash = ''
  return url.href
}

/** Pictures that may stand inside a page or its styles as data: raster types only, for a drawing can hold script and addresses. */
const EMBEDDED_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp)(?:;charset=[\w-]{1,20})?;base64,[a-z0-9+/=\s%]*$/i

/** Whether an address is a raster picture embedded as data. */
export function isEmbeddedPicture(address: string): boolean {
  return EMBEDDED_PICTURE.test(address.trim())
}
