const LONGEST_QUERY = 60
const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'application/json': 'json',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp'
}

/**
 * The path under which a captured file is listed: host, path and name of its address, decoded; the page's title in place of the name where
 * the archive tells it. A label, never a path to write to.
 */
export function captureLabel(address: string, mediaType: string, title: string | null, moment: string | null): string {
  const { host, path, query } = partsOf(address)
  const folders = path.split('/').filter((part) => part !== '')
  const last = path.endsWith('/') ? undefined : folders.pop()
  const [stem, extension] = split(title === null ? (last ?? 'index') : title.replaceAll('/', '∕'), title === null)
  const ending = extension === '' ? (EXTENSIONS[mediaType] ?? '') : extension
  const more = title === null && query !== '' ? ` (${query.slice(0, LONGEST_QUERY).replaceAll('/', '∕')})` : ''
  const when = moment === null ? '' : ` [${moment.slice(0, 19).replace('T', ' ').replaceAll(':', '.')}]`
  return [host, ...(title === null ? folders : []), `${stem}${more}${when}${ending === '' ? '' : `.${ending}`}`].join('/')
}

function split(name: string, hasExtension: boolean): [stem: string, extension: string] {
  const match = hasExtension ? /^(.+)\.([a-z0-9]{1,5})$/i.exec(name) : null
  return match ? [match[1] ?? '', match[2] ?? ''] : [name, '']
}

function partsOf(address: string): { host: string; path: string; query: string } {
  // What browsers record beside pages: pictures of the screen, the text as it was shown.
  const noted = /^urn:([\w-]{1,40}):(.*)$/s.exec(address)
  if (noted) {
    const { host, path, query } = partsOf(noted[2] ?? '')
    return { host, path: `${path.replace(/\/$/, '/index')} (${noted[1]})`, query }
  }
  if (!URL.canParse(address)) return { host: '', path: address, query: '' }
  const { host, pathname, search } = new URL(address)
  return { host, path: decoded(pathname), query: decoded(search.slice(1)) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // In another character set than UTF-8.
    return text
  }
}
