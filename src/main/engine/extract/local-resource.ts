/**
 * The key of a resource saved beside a page, for a reference inside it: the path relative to the page, decoded, with `/`, such as
 * `page_files/a.png`. Undefined for anything that is not a path inside the page's own folder: addresses, absolute paths, `..`.
 */
export function localResourceKey(reference: string): string | undefined {
  const path = reference
    .trim()
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
  if (path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined
  const parts: string[] = []
  for (const raw of path.split('/')) {
    const part = decodePart(raw)
    if (part === undefined || part === '..' || /[\u0000/\\]/.test(part)) return undefined
    if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.length === 0 ? undefined : parts.join('/')
}

function decodePart(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw)
  } catch {
    // Not percent-encoded at all: browsers also write `100%.png`.
    return raw
  }
}

/** A key as a part of an address: each path part percent-encoded. */
export function encodeResourceKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/')
}
