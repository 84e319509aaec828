/** How pictures inside a message are asked for: `cid:` and the id of a part (RFC 2392), or the address a part says that it had. */
export type PartKeys<P> = Readonly<{
  /** The key for an address in the page; undefined when no part has it. */
  keyOf: (reference: string) => string | undefined
  find: (key: string) => P | undefined
  keys: readonly string[]
}>

/** A part with the names by which a page may ask for it; null for those that it has not. */
export type NamedPart<P> = Readonly<{ part: P; contentId: string | null; location: string | null }>

const MOST_KEYS = 5000

/** The parts that a page in the message can name. Where two have one name, the first counts. */
export function partKeys<P>(parts: readonly NamedPart<P>[]): PartKeys<P> {
  const byKey = new Map<string, P>()
  for (const { part, contentId, location } of parts.slice(0, MOST_KEYS)) {
    const id = contentId?.trim().replace(/^<|>$/g, '').slice(0, 500) ?? ''
    const address = location?.trim().slice(0, 2000) ?? ''
    const keys = [
      id === '' ? [] : [`cid:${id}`, `cid:${encodeURIComponent(id)}`],
      /^(?:https?|cid):/i.test(address) ? [address] : []
    ]
    for (const key of keys.flat()) if (!byKey.has(key)) byKey.set(key, part)
  }
  const keyOf = (reference: string): string | undefined => {
    const key = reference.trim().replace(/^cid:/i, 'cid:')
    return [key, decoded(key)].find((one) => byKey.has(one))
  }
  return { keyOf, find: (key) => byKey.get(keyOf(key) ?? ''), keys: [...byKey.keys()] }
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    // Not percent-encoded at all: programs also write `cid:100%`.
    return key
  }
}
