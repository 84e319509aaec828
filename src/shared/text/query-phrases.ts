import type { Alternatives } from '#shared/text/alternatives'
import { isHangulLetter } from '#shared/text/hangul-words'
import type { NameNode, NearNode, NearOperand, TextNode } from '#shared/text/query-node'

/** Terms that stand next to each other; of the last one only the beginning where `prefix`. */
export type Phrase = Readonly<{ terms: readonly string[]; prefix: boolean }>

/** Ways to combine the operands of one NEAR that are looked for: FTS5 knows no OR inside NEAR. */
export const MOST_COMBINATIONS = 64

/** True for Hangul letters that begin a word; what follows the last of them may be any letter. */
export const beginsHangulWord = ({ terms, prefix }: Phrase): boolean => prefix && terms.every(isHangulLetter)

const whole = (terms: readonly string[]): Phrase => ({ terms, prefix: false })

/** The phrases of which one must be found for a part of the query; none where no word of the archive has the shape that is asked for. */
export function phrasesOf(node: TextNode | NameNode, also: Alternatives): readonly Phrase[] {
  const others = also(node).map(whole)
  switch (node.kind) {
    case 'wildcard':
      return others
    case 'fuzzy':
      return [whole([node.term]), ...others]
    case 'name':
      // A card is what its spellings say; its label need not be one.
      return others.length > 0 ? others : [whole(node.terms)]
    case 'words':
      return [{ terms: node.terms, prefix: node.prefix }, ...others]
  }
}

const operandPhrases = (operand: NearOperand, also: Alternatives): readonly Phrase[] =>
  operand.kind === 'or' ? operand.children.flatMap((child) => phrasesOf(child, also)) : phrasesOf(operand, also)

export type NearPhrases = Readonly<{
  /** For each operand, the phrases of which one must be near one of every other. */
  operands: readonly (readonly Phrase[])[]
  /** True when there were more phrases than `MOST_COMBINATIONS` allows: the longest lists lost their ends. */
  isCut: boolean
}>

export function nearPhrases(node: NearNode, also: Alternatives): NearPhrases {
  // How near a whole Hangul word stands the index does not know: its letters are looked for.
  const lettersOf = (phrase: Phrase): Phrase => (beginsHangulWord(phrase) ? whole(phrase.terms) : phrase)
  const all = node.operands.map((operand) => operandPhrases(operand, also).map(lettersOf))
  const lengths = lengthsWithin(all.map((phrases) => phrases.length))
  const operands = all.map((phrases, index) => phrases.slice(0, lengths[index]))
  return { operands, isCut: operands.some((phrases, index) => phrases.length < (all[index]?.length ?? 0)) }
}

function lengthsWithin(lengths: readonly number[]): number[] {
  const kept = [...lengths]
  while (kept.reduce((product, length) => product * length, 1) > MOST_COMBINATIONS) {
    const longest = kept.indexOf(Math.max(...kept))
    kept[longest] = (kept[longest] ?? 1) - 1
  }
  return kept
}
