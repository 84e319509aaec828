/** What a custody entry is made of. Numbers are whole. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined }

const KEY = /^[A-Za-z][A-Za-z0-9]*$/

/**
 * The one spelling of a value as JSON that the custody log hashes (docs/formats/custody-log.md): no spaces, keys in the order of their
 * letters, only the escapes that JSON demands, whole numbers. A key whose value is undefined is left out; half of a surrogate pair becomes
 * U+FFFD. Throws for what another program might spell otherwise: a fraction, a number beyond 2^53, a key with other than letters and digits.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'string') return JSON.stringify(wellFormed(value))
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`the custody log holds whole numbers only, not ${value}`)
    return String(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    if (!KEY.test(key)) throw new Error(`a key of a custody entry has letters and digits only, not “${key}”`)
    members.push(`"${key}":${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

// Array.isArray does not narrow readonly arrays.
const isList = (value: object): value is readonly Canonical[] => Array.isArray(value)

const LONE_SURROGATE = /\p{Surrogate}/gu
const wellFormed = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd')
