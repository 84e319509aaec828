import { localResourceKey } from '#engine/extract/html/local-resource'

/** What web pages are asked for by; other schemes are names of the saving program. */
const ADDRESS = /^(?:https?|ftp|file):/i

/**
 * The key of a part for the address it had, relative ones against `base`: an absolute address without its fragment, `cid:` and an id, or
 * a path relative to the page. The same as a reference in the page leads to (`savedResources`). Undefined for anything else.
 */
export function bundleKey(location: string, base: string | null): string | undefined {
  const trimmed = location.trim().slice(0, 4000)
  if (trimmed === '') return undefined
  if (/^cid:/i.test(trimmed)) return `cid:${trimmed.slice(4)}`
  if (!URL.canParse(trimmed, base ?? undefined)) return localResourceKey(trimmed)
  const url = new URL(trimmed, base ?? undefined)
  url.hash = ''
  return ADDRESS.test(url.href) ? url.href : undefined
}
