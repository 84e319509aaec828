import { extname, posix } from 'node:path'
import { APP_ORIGIN } from '#main/content-policy'

/** The types of file the program's own page is made of; nothing else in its folder is served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

export type AppFile = Readonly<{
  /** Relative to the folder of the built page, with `/`; never leaves it. */
  path: string
  mediaType: string
}>

/** The file a `sanad://app/…` address names; undefined for any other address, an unknown type, or a path that tries to climb. */
export function findAppFile(address: string): AppFile | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return undefined
  const path = decodePath(url.pathname === '/' ? '/index.html' : url.pathname)
  if (path === undefined) return undefined
  const mediaType = MEDIA_TYPES[extname(path)]
  return mediaType === undefined ? undefined : { path, mediaType }
}

/** A plain relative path, or undefined when the encoded one is malformed or could name something outside. */
function decodePath(pathname: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(pathname).slice(1)
  } catch {
    return undefined
  }
  const isPlain =
    path !== '' && !path.includes('\\') && !path.includes('\0') && !path.startsWith('/') && posix.normalize(path) === path
  return isPlain && !path.split('/').includes('..') ? path : undefined
}
