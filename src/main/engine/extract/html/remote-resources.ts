import { eachElement } from '#engine/extract/html/each-element'

const MOST = 200
const LONGEST = 500

/** Attributes by which an element makes a browser load something at once; links that wait for a click are not among them. */
const LOADING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    img: ['src', 'srcset', 'lowsrc', 'dynsrc'],
    source: ['src', 'srcset'],
    script: ['src'],
    iframe: ['src'],
    frame: ['src'],
    embed: ['src'],
    object: ['data', 'classid', 'codebase'],
    applet: ['code', 'archive'],
    audio: ['src'],
    video: ['src', 'poster'],
    track: ['src'],
    input: ['src'],
    image: ['href', 'xlink:href'],
    use: ['href', 'xlink:href'],
    feimage: ['href', 'xlink:href']
  })
)

/** Relations by which a `link` loads something or opens a connection. */
const LOADING_LINKS =
  /(?:^|\s)(?:stylesheet|icon|shortcut|preload|prefetch|modulepreload|prerender|preconnect|dns-prefetch|manifest|apple-touch-icon\S*|import|next)(?:\s|$)/i

/** The remote addresses a page would have loaded when opened in a browser, once each, in document order; at most 200, each cut at 500 characters. */
export function remoteResourcesOf(html: string): string[] {
  const found = new Set<string>()
  const add = (address: string | undefined): void => {
    const remote = remoteAddress(address)
    if (remote !== undefined && found.size < MOST) found.add(remote)
  }
  eachElement(html, {
    wants: isLookedAt,
    element(name, attributes) {
      if (name === 'link' && LOADING_LINKS.test(attributes.get('rel') ?? '')) add(attributes.get('href'))
      if (name === 'meta' && /^refresh$/i.test(attributes.get('http-equiv')?.trim() ?? ''))
        add(/url\s*=\s*["']?([^"'\s]+)/i.exec(attributes.get('content') ?? '')?.[1])
      for (const attribute of LOADING.get(name) ?? []) {
        const value = attributes.get(attribute)
        if (value === undefined) continue
        if (attribute === 'srcset') for (const address of addressesInSet(value)) add(address)
        else add(value)
      }
      add(attributes.get('background'))
      for (const address of addressesInStyle(attributes.get('style') ?? '')) add(address)
      if (name === 'a' || name === 'area') for (const address of (attributes.get('ping') ?? '').split(/\s+/)) add(address)
      return found.size < MOST
    },
    style(css) {
      for (const address of addressesInStyle(css)) add(address)
    }
  })
  return [...found]
}

/** Attributes that are looked at on every element, and those that are on some. */
const ANYWHERE = new Set(['background', 'style'])
const SOMEWHERE: ReadonlyMap<string, readonly string[]> = new Map([
  ...LOADING,
  ['link', ['rel', 'href']],
  ['meta', ['http-equiv', 'content']],
  ['a', ['ping']],
  ['area', ['ping']]
])

const isLookedAt = (element: string, attribute: string): boolean =>
  ANYWHERE.has(attribute) || (SOMEWHERE.get(element)?.includes(attribute) ?? false)

/** The address when loading it would leave the machine; undefined for local and embedded ones. */
function remoteAddress(address: string | undefined): string | undefined {
  const text = address?.replace(/[\t\n\r]/g, '').trim()
  return text !== undefined && /^(?:(?:https?|ftp|wss?):|[\\/]{2})/i.test(text) ? text.slice(0, LONGEST) : undefined
}

/** The addresses of a `srcset`. */
export function addressesInSet(set: string): string[] {
  return set
    .slice(0, 20_000)
    .replace(/\s+/g, ' ')
    .split(/\s*,\s+|\s+[\d.]+[wx]\s*(?:,|$)/)
    .map((part) => part.trim().split(/\s/)[0] ?? '')
    .filter((part) => part !== '')
}

function addressesInStyle(css: string): string[] {
  if (!/url|import/i.test(css)) return []
  return [...css.matchAll(/(?:url\(\s*["']?|@import\s+["'])([^"')\s]{1,2000})/gi)].map((match) => match[1] ?? '')
}
