/**
 * The key of a resource saved beside a page, for a reference inside it: the path relative to the page, decoded, with `/`, such as
 * `page_files/a.png`. `from` is the key of the style sheet that holds the reference, empty for the page itself. Undefined for anything
 * that is not a path inside the page's own folder: addresses, absolute paths, paths that climb out of it.
 */
export function localResourceKey(reference: string, from = ''): string | undefined {
  const path = reference
    .trim()
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
  if (path === '' || path.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const raw of path.split('/')) {
    const part = decodePart(raw)
    if (hasForbidden(part)) return undefined
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.length === 0 ? undefined : parts.join('/')
}

/** A decoded part that would be two parts, or end a path, was written to be taken for something else. */
function hasForbidden(part: string): boolean {
  return part.includes('/') || part.includes('\\') || part.includes('\0')
}

function decodePart(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    // Not percent-encoded at all: browsers also write `100%.png`.
    return raw
  }
}
