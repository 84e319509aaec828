/** Names of columns are short. */
const LONGEST_NAME = 100

const NUMBER = /^[\s$€£¥﷼%()+-]*[\d\u0660-\u0669\u06f0-\u06f9][\d\u0660-\u0669\u06f0-\u06f9\s.,:/\u066b\u066c-]*[\s$€£¥﷼%)]*$/

/** Whether the first of these records names columns: short, different names, none of them a number or a date, and data below. */
export function isHeader(records: readonly (readonly string[])[]): boolean {
  const [first, ...others] = records
  if (!first || others.length === 0) return false
  const names = first.map((name) => name.trim()).filter((name) => name !== '')
  if (names.length < 2 || names.length < first.length * 0.8) return false
  if (names.some((name) => name.length > LONGEST_NAME || NUMBER.test(name))) return false
  return new Set(names.map((name) => name.toLowerCase())).size === names.length
}
