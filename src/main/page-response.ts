import { COMMON_HEADERS, pagePolicy, RESOURCE_POLICY } from '#main/content-policy'
import type { EngineClient, ServedResource } from '#main/engine-client'
import { type PageAddress, pageBase, parsePageAddress } from '#main/page-address'

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

/**
 * Answers a request of scheme `sanad-page:` from the open archive. `embedder` is the only origin that may frame a page.
 * Anything unknown, malformed or of a type not listed is 404, without saying which.
 */
export async function pageResponse(engine: EngineClient, address: string, embedder: string): Promise<Response> {
  const asked = parsePageAddress(address)
  if (asked === undefined) return notFound()
  if (asked.key === null) return framedPage(engine, asked, embedder)
  const resource = await engine.resource(asked.id, asked.key, pageBase(asked.id))
  return resource === undefined ? notFound() : leaf(resource)
}

async function framedPage(engine: EngineClient, asked: PageAddress, embedder: string): Promise<Response> {
  const page = await engine.page(asked.id, pageBase(asked.id))
  if (page === undefined) return notFound()
  return new Response(page.html, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy(asked.origin, embedder),
      // An id means another document in another archive.
      'cache-control': 'no-store'
    }
  })
}

function leaf(resource: ServedResource): Response {
  if (!RESOURCE_TYPES.has(resource.mediaType)) return notFound()
  const isText = resource.mediaType === 'text/css'
  const body = typeof resource.body === 'string' ? resource.body : new Uint8Array(resource.body)
  return new Response(body, {
    headers: {
      ...COMMON_HEADERS,
      'content-type': isText ? 'text/css; charset=utf-8' : resource.mediaType,
      'content-security-policy': RESOURCE_POLICY,
      'cache-control': 'no-store'
    }
  })
}

/** The one answer to everything that is not there. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8' } })
}
