import { COMMON_HEADERS, pagePolicy, RESOURCE_POLICY } from '#main/content-policy'
import type { EngineClient, ServedResource } from '#main/engine-client'
import { mediaResponse } from '#main/media-response'
import { type MadeView, pageBase, parseMadeView, parsePageAddress } from '#main/page-address'
import type { DocumentId } from '#shared/model/ids'
import type { Attempt } from '#shared/model/refusals'

/** What may leave an archive for a frame besides a page: raster pictures and style sheets. No SVG: it can hold script and links. */
const RESOURCE_TYPES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/x-icon',
  'image/vnd.microsoft.icon',
  'text/css'
])

export type PageSource = Readonly<{
  /** The archive that is open; rejects while there is none. Asked only for addresses that make sense. */
  engine: () => Promise<EngineClient>
  /** The only origin that may frame a page. */
  embedder: string
  /** A document's page goes out, without what it would have loaded. */
  onShown: (id: DocumentId, attempts: readonly Attempt[]) => void
}>

/**
 * Answers a request of scheme `sanad-page:`; `range` is its Range header, which only sound and film heed.
 * Anything unknown, malformed or of a type not listed is 404, without saying which.
 */
export async function pageResponse(
  { engine, embedder, onShown }: PageSource,
  address: string,
  range: string | null = null
): Promise<Response> {
  const asked = parsePageAddress(address)
  if (asked === undefined) return notFound()
  const archive = await engine()
  const base = pageBase(asked.id)
  const made = asked.key === null ? undefined : parseMadeView(asked.key)
  const view = made && (await madeResponse(archive, asked.id, made, range))
  if (view) return view
  if (asked.key !== null) return resourceResponse(await archive.resource(asked.id, asked.key, base))
  const page = await archive.page(asked.id, base)
  if (page === undefined) return notFound()
  onShown(asked.id, page.attempts)
  return framedPageResponse(page.html, asked.origin, embedder)
}

/** Undefined where the document has no such view: its key may still be that of a file saved beside a page. */
async function madeResponse(
  archive: EngineClient,
  id: DocumentId,
  made: MadeView,
  range: string | null
): Promise<Response | undefined> {
  if (made.kind === 'bitmap') {
    const picture = await archive.bitmap(id, made.page, made.width)
    return picture && resourceResponse(picture)
  }
  const media = await archive.media(id)
  return media && mediaResponse(media, range)
}

/** The page of one document, under the policy that lets it do nothing but be read. `origin` is its own, without a closing slash. */
export function framedPageResponse(html: string, origin: string, embedder: string): Response {
  return new Response(html, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(origin, embedder),
      // An id means another document in another archive.
      'cache-control': 'no-store'
    }
  })
}

/** A picture or style sheet as a leaf of its own; 404 for none and for any type that is not listed, whatever the archive says. */
export function resourceResponse(resource: ServedResource | undefined): Response {
  if (resource === undefined || !RESOURCE_TYPES.has(resource.mediaType)) return notFound()
  const { mediaType, body } = resource
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      ...COMMON_HEADERS,
      'content-type': mediaType === 'text/css' ? 'text/css; charset=utf-8' : mediaType,
      'content-security-policy': RESOURCE_POLICY,
      'cache-control': 'no-store'
    }
  })
}

/** The one answer to everything that is not there. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
}
