import { localResourceKey } from '#engine/extract/local-resource'

/** The resources saved with a page, and the addresses under which the window asks for them. */
export type SavedResources = Readonly<{
  /** The address for a reference in the page, or in the style sheet with the key `from`; undefined when it was not saved. */
  addressOf(reference: string, from?: string): string | undefined
}>

/** `keys` are the saved files by path relative to the page; `base` is put before each (encoded) key. */
export function savedResources(keys: readonly string[], base: string): SavedResources {
  // Systems write the same letter in one or two code points.
  const known = new Map(keys.map((key) => [key.normalize('NFC'), key]))
  return {
    addressOf: (reference, from) => {
      const key = known.get(localResourceKey(reference, from)?.normalize('NFC') ?? '')
      return key === undefined ? undefined : base + key.split('/').map(encodeURIComponent).join('/')
    }
  }
}

/** Pictures that may stand inside a page or its styles as data: raster types only, for a drawing can hold script and addresses. */
const EMBEDDED_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp)(?:;charset=[\w-]{1,20})?;base64,[a-z0-9+/=\s%]*$/i

/** Whether an address is a raster picture embedded as data. */
export function isEmbeddedPicture(address: string): boolean {
  return EMBEDDED_PICTURE.test(address.trim())
}
