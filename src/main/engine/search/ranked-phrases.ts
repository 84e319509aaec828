/** One or more terms next to each other that a document is ranked by. */
export type RankedPhrase = Readonly<{
  /** The phrase as an FTS5 expression of its own, in its column. */
  expression: string
  terms: readonly string[]
  /** True when the last term is the beginning of a word. */
  isPrefix: boolean
}>

const QUOTED = /"(?:[^"]|"")*"/g

/**
 * True when the expression is nothing but alternatives, so that whatever one of its phrases finds is an answer. In doubt false: two
 * phrases side by side, for one, are both wanted.
 */
export function isUnion(match: string): boolean {
  const shape = match.replaceAll(QUOTED, 'q').replaceAll(/\s+OR\s+/g, '|')
  return /^[q()*|\s]*$/.test(shape) && !/[q)*]\s*[q(]/.test(shape)
}

const TOKEN = /"((?:[^"]|"")*)"|[(){}]|[^\s(){}":]+|:/g

type Token = Readonly<{ text: string; phrase: string | undefined }>

/**
 * The phrases of an FTS5 expression whose terms all stand in quotes, those under NOT left out. Any such expression is understood: AND, OR,
 * NOT, NEAR, brackets, columns and beginnings of words. Cost: linear.
 */
export function rankedPhrases(match: string): RankedPhrase[] {
  const tokens = [...match.matchAll(TOKEN)].map(([text, phrase]): Token => ({ text, phrase }))
  const phrases: RankedPhrase[] = []
  let at = 0
  const peek = (ahead = 0): string | undefined => tokens[at + ahead]?.text

  /** Reads one phrase or bracket with the column before it. */
  const operand = (column: string, isWanted: boolean): void => {
    const own = readColumn() ?? column
    if (peek() === 'NEAR' || peek() === '(') {
      if (peek() === 'NEAR') at++
      at++
      while (at < tokens.length && peek() !== ')') step(own, isWanted)
      at++
      return
    }
    const phrase = tokens[at++]?.phrase
    const isPrefix = peek() === '*'
    if (isPrefix) at++
    if (phrase === undefined || !isWanted) return
    const terms = phrase.replaceAll('""', '"').split(' ').filter(Boolean)
    if (terms.length > 0) phrases.push({ expression: `${own}"${phrase}"${isPrefix ? ' *' : ''}`, terms, isPrefix })
  }

  /** `title :` or `{title people} :`, kept as it stands. */
  const readColumn = (): string | undefined => {
    let end = at
    if (peek() === '{') while (end < tokens.length && tokens[end]?.text !== '}') end++
    if (tokens[end + 1]?.text !== ':' || tokens[at]?.phrase !== undefined) return undefined
    const column = tokens.slice(at, end + 1).map(({ text }) => text)
    at = end + 2
    return `${column.join(' ')} : `
  }

  const step = (column: string, isWanted: boolean): void => {
    if (peek() === 'NOT') {
      at++
      operand(column, false)
    } else operand(column, isWanted)
  }

  while (at < tokens.length) step('', true)
  return phrases
}
