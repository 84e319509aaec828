/**
 * What the two schemes may do, as response headers. The program's own page runs only its own files; a document's page runs nothing.
 * None of these may grow `unsafe-inline` for scripts, `unsafe-eval`, or an address on the network.
 */

/** Scheme and host of the program's own page. */
export const APP_SCHEME = 'sanad'
export const APP_ORIGIN = `${APP_SCHEME}://app`

/** Scheme of documents: each document is an origin of its own, `sanad-page://d7`. */
export const PAGE_SCHEME = 'sanad-page'

/** Keeps what is served out of every cache, untyped guesses out of the way, and addresses out of requests. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off'
} as const

/**
 * The policy of the program's own page. `nonce` lets the component library put in its one `<style>`; it is new for every load.
 *
 * Subtle: `frame-src` names http and https so that a click on a link inside a document's frame is refused by the navigation guard,
 * which leaves the document standing. Refused here, the frame would be replaced by an error page. Nothing is loaded either way.
 */
export function appPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: ${PAGE_SCHEME}:`,
    `media-src ${PAGE_SCHEME}:`,
    "font-src 'self'",
    `frame-src ${PAGE_SCHEME}: http: https:`,
    "connect-src 'none'",
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; ')
}

/** The policy of one document's page: no script, no network, pictures and styles only from the document itself. */
export function pagePolicy(pageOrigin: string, embedder: string): string {
  return [
    'sandbox',
    "default-src 'none'",
    `style-src 'unsafe-inline' ${pageOrigin}`,
    `img-src data: ${pageOrigin}`,
    'font-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${embedder}`
  ].join('; ')
}

/** The policy of a picture or style sheet: it is a leaf, and shown on its own it can do nothing. */
export const RESOURCE_POLICY = "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
