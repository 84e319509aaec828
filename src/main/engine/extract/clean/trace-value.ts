const LONGEST = 200

/** A value as a person may read it, on one line and cut; null for what is no text and no number. */
export function traceValue(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toFixed(6))) : null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (Array.isArray(value) && value.length <= 12 && value.every((one) => typeof one === 'number'))
    return value.map((one) => traceValue(one)).join(', ')
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return traceValue(value.join(', '))
  if (typeof value !== 'string') return null
  const line = value.replace(/[\p{C}\s]+/gu, ' ').trim()
  if (line === '') return null
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
