/** What property lists hold. Bytes are views into the file where it is binary. */
export type PlistValue = string | number | boolean | null | Uint8Array | readonly PlistValue[] | PlistDictionary
export type PlistDictionary = ReadonlyMap<string, PlistValue>

/** Real lists have some thousand values, a dozen levels deep; a few bytes can refer to themselves without end. */
export const PLIST_LIMITS = { values: 200_000, depth: 64 } as const

/** A dictionary; undefined for any other value. */
export function asDictionary(value: PlistValue | undefined): PlistDictionary | undefined {
  return value instanceof Map ? value : undefined
}

/** The text under a key; undefined where there is none. */
export function textIn(dictionary: PlistDictionary, key: string): string | undefined {
  const value = dictionary.get(key)
  return typeof value === 'string' ? value : undefined
}

/** The dictionaries in the list under a key. */
export function dictionariesIn(dictionary: PlistDictionary, key: string): PlistDictionary[] {
  const value = dictionary.get(key)
  return Array.isArray(value) ? value.map(asDictionary).filter((one) => one !== undefined) : []
}
