/** Turn the direction of all that follows, so that `exe.jpg` shows as `gpj.exe`. No name or title needs them. */
const OVERRIDES = /[\u202d\u202e]/g

/**
 * An answer in which every name, path and title shows what it is: characters that override the direction of text are replaced by `\ufffd`,
 * one for one, so that places in a text stay. What holds none is the same object. Cost: a look at every string.
 */
export function withoutOverrides<T>(answer: T): T {
  return cleaned(answer) as T
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(OVERRIDES, '\ufffd')
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(cleaned)
    return items.some((item, at) => item !== value[at]) ? items : value
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, inner, cleaned(inner)] as const)
  return entries.some(([, before, after]) => before !== after)
    ? Object.fromEntries(entries.map(([key, , after]) => [key, after]))
    : value
}
