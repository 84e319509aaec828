/** Most values in one message: 100,000 ids fit, and little more. */
const VALUES_LIMIT = 200_000
/** Most characters in one message: the longest text that may be copied fits. */
const CHARACTERS_LIMIT = 12_000_000

/**
 * Tells whether a message is plain data of bearable size: null, booleans, numbers, strings, arrays and plain objects only.
 * Cost: linear up to the limits, then it stops.
 */
export function isBearable(input: unknown): boolean {
  const waiting: unknown[] = [input]
  let values = 0
  let characters = 0
  while (waiting.length > 0) {
    const value = waiting.pop()
    values += 1
    if (typeof value === 'string') characters += value.length
    else if (typeof value === 'object' && value !== null) {
      const children = plainChildren(value)
      if (children === undefined || values + waiting.length + children.length > VALUES_LIMIT) return false
      for (const child of children) waiting.push(child)
    } else if (!isPlainScalar(value)) return false
    if (values > VALUES_LIMIT || characters > CHARACTERS_LIMIT) return false
  }
  return true
}

function isPlainScalar(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number'
}

/** Keys count as characters too, so they are among the children. */
function plainChildren(value: object): unknown[] | undefined {
  if (Array.isArray(value)) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return undefined
  return Object.entries(value).flat()
}
