import { COMMON_HEADERS, pagePolicy, RESOURCE_POLICY } from '#main/content-policy'
import type { EngineClient, ServedResource } from '#main/engine-client'
import { pageBase, parsePageAddress } from '#main/page-address'

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
}>

/** Answers a request of scheme `sanad-page:`. Anything unknown, malformed or of a type not listed is 404, without saying which. */
export async function pageResponse({ engine, embedder }: PageSource, address: string): Promise<Response> {
  const asked = parsePageAddress(address)
  if (asked === undefined) return notFound()
  const archive = await engine()
  const base = pageBase(asked.id)
  if (asked.key !== null) return resourceResponse(await archive.resource(asked.id, asked.key, base))
  const page = await archive.page(asked.id, base)
  return page === undefined ? notFound() : framedPageResponse(page.html, asked.origin, embedder)
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
