import * as v from 'valibot'
import { PAGE_SCHEME } from '#main/content-policy'
import { type DocumentId, documentIdSchema } from '#shared/model/ids'

/** What a `sanad-page:` address names: the page of a document, or (with `key`) one picture or style sheet saved with it. */
export type PageAddress = Readonly<{ id: DocumentId; origin: string; key: string | null }>

/** Longest key that is looked up, in UTF-16 code units; no file system keeps longer paths. */
const KEY_LIMIT = 8192

/** The origin of a document's page, without a closing slash. */
export function pageOrigin(id: DocumentId): string {
  return `${PAGE_SCHEME}://d${id}`
}

/** What stands before the encoded key of each of a document's resources, and is the address of its page. */
export function pageBase(id: DocumentId): string {
  return `${pageOrigin(id)}/`
}

/** Reads a `sanad-page://d<id>/<key>` address; undefined when it is none, or its key is malformed, too long or climbs. */
export function parsePageAddress(address: string): PageAddress | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== `${PAGE_SCHEME}:` || !/^d[1-9]\d{0,15}$/.test(url.host)) return undefined
  const id = v.safeParse(documentIdSchema, Number(url.host.slice(1)))
  if (!id.success) return undefined
  const origin = pageOrigin(id.output)
  if (url.pathname === '/') return { id: id.output, origin, key: null }
  const key = decodeKey(url.pathname.slice(1))
  return key === undefined ? undefined : { id: id.output, origin, key }
}

/** The key as the engine knows it. Keys are looked up in a table and never become a path, so this only refuses nonsense early. */
function decodeKey(encoded: string): string | undefined {
  let key: string
  try {
    key = encoded.split('/').map(decodeURIComponent).join('/')
  } catch {
    return undefined
  }
  if (key.length > KEY_LIMIT || key.includes('\0') || key.includes('\\')) return undefined
  // Resources of captured and bundled pages are known by the address they had.
  if (/^(?:https?|ftp|file|cid):/i.test(key)) return key
  return key.split('/').some((part) => part === '' || part === '.' || part === '..') ? undefined : key
}

/** What a key stands for that is no resource of a saved page: a page as a picture, or the sound or film itself. */
export type MadeView = Readonly<{ kind: 'bitmap'; page: number; width: number }> | Readonly<{ kind: 'media' }>

/** Reads `page:<page>:<width in pixels>` and `media`; undefined for every other key. */
export function parseMadeView(key: string): MadeView | undefined {
  if (key === 'media') return { kind: 'media' }
  const match = /^page:([1-9]\d{0,6}):([1-9]\d{0,3})$/.exec(key)
  return match ? { kind: 'bitmap', page: Number(match[1]), width: Number(match[2]) } : undefined
}
