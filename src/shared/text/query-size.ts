import { foldWord } from '#shared/text/fold'

/** Both ends inclusive; null for an open end. */
export type NumberRange = Readonly<{ from: number | null; to: number | null }>

const UNITS: readonly (readonly [unit: RegExp, bytes: number])[] = [
  [/^(?:b|bytes?)?$/, 1],
  [/^(?:k|kb|kib|ko|کیلوبایت|كيلوبايت)$/, 1e3],
  [/^(?:m|mb|mib|mo|مگابایت|ميغابايت)$/, 1e6],
  [/^(?:g|gb|gib|go|گیگابایت|غيغابايت)$/, 1e9]
]
const AMOUNT = /^(\d{1,12}(?:\.\d{1,6})?)\s*(\p{L}*)$/u
const COMPARED = /^(<=|>=|<|>|≤|≥)?(.+)$/s

/** Digits of any script, and its decimal signs, as ASCII. */
const plain = (typed: string): string =>
  [...typed.trim().toLowerCase()]
    .map((sign) => (/\p{Nd}/u.test(sign) ? foldWord(sign) : sign))
    .join('')
    .replace(/[٫,]/g, '.')

function bytesOf(typed: string): number | undefined {
  const [, amount, unit = ''] = AMOUNT.exec(typed) ?? []
  const bytes = UNITS.find(([named]) => named.test(unit))?.[1]
  return amount === undefined || bytes === undefined ? undefined : Math.round(Number(amount) * bytes)
}

const countOf = (typed: string): number | undefined => (/^\d{1,9}$/.test(typed) ? Number(typed) : undefined)

function rangeOf(typed: string, read: (end: string) => number | undefined, whole: (value: number) => NumberRange) {
  const text = plain(typed)
  const ends = text.split(/\.{2,}|…/)
  if (ends.length === 2) return betweenEnds(ends[0] ?? '', ends[1] ?? '', read)
  const [, sign, amount = ''] = COMPARED.exec(text) ?? []
  const value = read(amount.trim())
  if (value === undefined) return undefined
  if (sign === '>') return { from: value + 1, to: null }
  if (sign === '<') return value > 0 ? { from: null, to: value - 1 } : undefined
  if (sign === '>=' || sign === '≥') return { from: value, to: null }
  return sign === undefined ? whole(value) : { from: null, to: value }
}

function betweenEnds(low: string, high: string, read: (end: string) => number | undefined): NumberRange | undefined {
  const [from, to] = [read(low.trim()), read(high.trim())]
  if ((from === undefined && low !== '') || (to === undefined && high !== '')) return undefined
  if (from === undefined && to === undefined) return undefined
  const [least, most] = [from ?? null, to ?? null]
  return least !== null && most !== null && least > most ? { from: most, to: least } : { from: least, to: most }
}

/** `>1mb`, `10kb..2mb`, `500k..`, `<=2.5 MB`; a size alone is the least. In bytes, a kilobyte being a thousand; undefined for all else. */
export const sizeRangeOf = (typed: string): NumberRange | undefined => rangeOf(typed, bytesOf, (from) => ({ from, to: null }))

/** `>20`, `5..10`, `12` (just so); digits of any script. Undefined for all else. */
export const pageRangeOf = (typed: string): NumberRange | undefined =>
  rangeOf(typed, countOf, (only) => ({ from: only, to: only }))
