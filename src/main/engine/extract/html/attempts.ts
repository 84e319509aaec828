import { eachElement } from '#engine/extract/html/each-element'
import type { Attempt, AttemptKind } from '#shared/model/refusals'

const LONGEST = 500
const MOST_SCRIPT = 200_000

/** Attributes by which an element makes a browser load something at once, or with a click or a script; and what that is. */
const LOADING: Readonly<Record<string, Readonly<Record<string, AttemptKind>>>> = {
  img: { src: 'picture', srcset: 'picture', lowsrc: 'picture', dynsrc: 'picture' },
  source: { src: 'media', srcset: 'picture' },
  script: { src: 'script', href: 'script', 'xlink:href': 'script' },
  iframe: { src: 'frame' },
  frame: { src: 'frame' },
  fencedframe: { src: 'frame' },
  portal: { src: 'frame' },
  embed: { src: 'plugin' },
  object: { data: 'plugin', classid: 'plugin', codebase: 'plugin' },
  applet: { code: 'plugin', archive: 'plugin' },
  audio: { src: 'media' },
  bgsound: { src: 'media' },
  video: { src: 'media', poster: 'picture' },
  track: { src: 'media' },
  input: { src: 'picture', formaction: 'form' },
  button: { formaction: 'form' },
  form: { action: 'form' },
  image: { href: 'picture', 'xlink:href': 'picture', src: 'picture' },
  use: { href: 'picture', 'xlink:href': 'picture' },
  feimage: { href: 'picture', 'xlink:href': 'picture' },
  a: { ping: 'ping' },
  area: { ping: 'ping' },
  html: { manifest: 'prefetch' }
}
const SETS = new Set(['srcset', 'imagesrcset'])
const LISTS = new Set(['ping', 'archive'])

/** Relations by which a `link` loads something or opens a connection. */
const LINKS: readonly (readonly [RegExp, AttemptKind])[] = [
  [/(?:^|\s)stylesheet(?:\s|$)/i, 'style'],
  [/(?:^|\s)(?:icon|shortcut|apple-touch-icon\S*)(?:\s|$)/i, 'picture'],
  [/(?:^|\s)(?:preload|prefetch|modulepreload|prerender|preconnect|dns-prefetch|manifest|import|next)(?:\s|$)/i, 'prefetch']
]

/** What scripts call with an address, where it stands in the call as it is. Addresses that are put together can not be seen so. */
const CALLS = [
  /\b(?:fetch|importScripts|import|sendBeacon|EventSource|Worker|SharedWorker)\s*\(\s*["'`]([^"'`\s]{1,2000})["'`]/g,
  /\.open\s*\(\s*["'`][a-z]{3,7}["'`]\s*,\s*["'`]([^"'`\s]{1,2000})["'`]/gi
]

/**
 * What a page would have loaded from elsewhere or sent there, in a browser: each address once for each kind, in document order, cut at
 * 500 characters; at most `most`. Linear in the page. Scripts are not run: what only they know is not here.
 */
export function attemptsOf(html: string, most = 500): Attempt[] {
  const found = new Map<string, Attempt>()
  let base: string | undefined
  const add = (kind: AttemptKind, given: string | undefined): void => {
    const address = remoteAddress(given, base)
    if (address !== undefined && found.size < most) found.set(`${kind} ${address}`, { kind, address })
  }
  const page = { html, add, isFull: () => found.size >= most, setBase: (address: string) => (base ??= remoteAddress(address)) }
  lookThrough(page, 0)
  return [...found.values()]
}

type Page = Readonly<{
  html: string
  add: (kind: AttemptKind, address: string | undefined) => void
  isFull: () => boolean
  setBase: (address: string) => unknown
}>

function lookThrough(page: Page, depth: number): void {
  const { add } = page
  eachElement(page.html, {
    element(name, attributes) {
      const get = (attribute: string): string => attributes.get(attribute) ?? ''
      if (name === 'base') page.setBase(get('href'))
      if (name === 'link') linkAttempts(get, add)
      if (name === 'meta' && /^refresh$/i.test(get('http-equiv').trim()))
        add('refresh', /url\s*=\s*["']?([^"'\s]+)/i.exec(get('content'))?.[1])
      for (const [attribute, kind] of Object.entries(LOADING[name] ?? {})) {
        for (const address of addressesIn(attribute, attributes.get(attribute))) add(kind, address)
      }
      add('picture', attributes.get('background'))
      styleAttempts(get('style'), add)
      for (const [attribute, value] of attributes) if (attribute.startsWith('on')) scriptAttempts(value, add)
      const inside = name === 'iframe' && depth < 3 ? attributes.get('srcdoc') : undefined
      if (inside !== undefined) lookThrough({ ...page, html: inside }, depth + 1)
      return !page.isFull()
    },
    style: (css) => styleAttempts(css, add),
    script: (code) => scriptAttempts(code, add)
  })
}

function linkAttempts(get: (attribute: string) => string, add: Page['add']): void {
  const relation = get('rel')
  const kind = LINKS.find(([pattern]) => pattern.test(relation))?.[1]
  if (kind === undefined) return
  add(kind === 'prefetch' && get('as') === 'font' ? 'font' : kind, get('href'))
  for (const address of addressesInSet(get('imagesrcset'))) add('picture', address)
}

function addressesIn(attribute: string, value: string | undefined): readonly string[] {
  if (value === undefined) return []
  if (SETS.has(attribute)) return addressesInSet(value)
  return LISTS.has(attribute) ? value.split(/[\s,]+/) : [value]
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

function styleAttempts(css: string, add: Page['add']): void {
  if (!/url|import|image-set/i.test(css)) return
  let rest = css.replace(/@font-face\s*\{[^}]*\}/gi, (rule) => {
    for (const address of addressesInStyle(rule)) add('font', address)
    return ''
  })
  rest = rest.replace(/@import\s+(?:url\(\s*)?["']?([^"')\s;]{1,2000})["']?/gi, (_rule, address: string) => {
    add('style', address)
    return ''
  })
  for (const address of addressesInStyle(rest)) add('picture', address)
}

function addressesInStyle(css: string): string[] {
  return [...css.matchAll(/(?:url\(\s*["']?|image-set\(\s*["'])([^"')\s]{1,2000})/gi)].map((match) => match[1] ?? '')
}

function scriptAttempts(code: string, add: Page['add']): void {
  const looked = code.slice(0, MOST_SCRIPT)
  for (const [address] of looked.matchAll(/\bwss?:\/\/[^\s"'`<>\\)]{1,2000}/gi)) add('socket', address)
  for (const pattern of CALLS) for (const match of looked.matchAll(pattern)) add('request', match[1])
  if (!/"(?:prefetch|prerender)"/.test(looked)) return
  for (const match of looked.matchAll(/"(https?:\/\/[^"\s]{1,2000})"/gi)) add('prefetch', match[1])
}

/** The address when loading it would leave the machine; undefined for local and embedded ones. Relative ones count from a remote base. */
function remoteAddress(address: string | undefined, base?: string): string | undefined {
  const text = address?.replace(/[\t\n\r]/g, '').trim() ?? ''
  if (/^(?:(?:https?|ftp|wss?):|[\\/]{2})/i.test(text)) return text.slice(0, LONGEST)
  if (base === undefined || text === '' || text.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined
  return URL.canParse(text, base) ? new URL(text, base).href.slice(0, LONGEST) : undefined
}
