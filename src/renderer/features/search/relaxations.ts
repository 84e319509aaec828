/** Ways to ask for less when a query finds nothing. */
export type Relaxation = Readonly<{ kind: 'without-quotes' | 'any-word' | 'without-exclusions'; query: string }>

const QUOTES = /["“”«»„]/g

/** The ways that would change this query, the gentlest first. Empty when there is nothing to relax. */
export function relaxations(query: string): Relaxation[] {
  const trimmed = query.trim()
  const found: Relaxation[] = []
  const unquoted = tidy(trimmed.replace(QUOTES, ' '))
  if (unquoted !== tidy(trimmed) && unquoted !== '') found.push({ kind: 'without-quotes', query: unquoted })
  const words = trimmed.match(/-?[^\s"“”«»„:]+:"[^"]*"|-?"[^"]*"|\S+/g) ?? []
  const included = words.filter((word) => !/^-./.test(word))
  if (included.length < words.length && included.length > 0) found.push({ kind: 'without-exclusions', query: included.join(' ') })
  const isPlain = words.every((word) => !/[":()“”«»„]|^-|^OR$/.test(word))
  if (isPlain && words.length > 1) found.push({ kind: 'any-word', query: words.join(' OR ') })
  return found
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
