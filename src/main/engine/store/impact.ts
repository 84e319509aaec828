/** How often a term stands in each column of one document. */
export type Frequencies = { body: number; title: number; people: number; rest: number; notes: number }

/** Occurrences after which one more says little, and how much a long document must make up for: BM25's usual values. */
const K1 = 1.2
const B = 0.75
/** Words of a document that counts as neither short nor long. Fixed, so that an impact never changes with what else is imported. */
const USUAL_WORDS = 1000
/** A title outweighs everything a body can say, as a reader expects of a common word. */
const WEIGHTS: Readonly<Frequencies> = { body: 1, title: 3, people: 1.2, rest: 0.3, notes: 0.6 }

/** Impacts are kept as integers; this one is 1. The largest possible impact is 6.1, so that each fits in 16 bits. */
export const IMPACT_SCALE = 10_000

/**
 * How much a term says about a document, as an integer below 65,536: BM25's term weight without its idf, saturated in each column by itself
 * (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, sections 3.4 and 3.6). `words` is the document's number of words.
 */
export function impactOf(found: Readonly<Frequencies>, words: number): number {
  const length = K1 * (1 - B + (B * words) / USUAL_WORDS)
  const saturated = (frequency: number, against: number): number => (frequency === 0 ? 0 : frequency / (frequency + against))
  const impact =
    WEIGHTS.body * saturated(found.body, length) +
    WEIGHTS.title * saturated(found.title, K1) +
    WEIGHTS.people * saturated(found.people, K1) +
    WEIGHTS.rest * saturated(found.rest, length) +
    WEIGHTS.notes * saturated(found.notes, K1)
  return Math.round(impact * IMPACT_SCALE)
}
