const OPERATOR = /^(?:OR|AND|NOT|\||NEAR(?:\/\d+)?)$/

/**
 * Whether a query was not finished by whoever wrote it: a quote or bracket without its other half, or an operator with nothing on one
 * side. The search box forgives these while one types; a list is not being typed, and a guess at what was meant would be counted as found.
 * Cost: linear.
 */
export function isUnbalanced(query: string): boolean {
  let depth = 0
  let isQuoted = false
  for (const letter of query) {
    if (letter === '"' || letter === '“' || letter === '”' || letter === '«' || letter === '»') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (letter === '(') depth++
    else if (letter === ')' && --depth < 0) return true
  }
  return isQuoted || depth !== 0 || hasDanglingOperator(query)
}

function hasDanglingOperator(query: string): boolean {
  const words = query
    .replace(/"[^"]*"/g, 'x')
    .split(/[\s()]+/)
    .filter((word) => word !== '')
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  return OPERATOR.test(last) || (OPERATOR.test(first) && first !== 'NOT')
}
