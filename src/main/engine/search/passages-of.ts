import { ChunkGuess } from '#engine/search/chunk-guess'
import type { TextCache } from '#engine/search/text-cache'
import { wordWeights } from '#engine/search/word-weights'
import type { ReadDb } from '#engine/store/connection'
import { placeIn } from '#engine/text/chunk-head'
import { chunkAt, type StoredText, type StoredTexts, wholeOf } from '#engine/text/stored-text'
import type { DocumentId } from '#shared/model/ids'
import type { Passage } from '#shared/model/search'
import type { Matcher } from '#shared/text/matcher'
import { bestPassages, choosePassages, type FoundPassage, type PassageOptions } from '#shared/text/passages'
import { type ReadPiece, readExactly, readQuickly } from '#shared/text/word-places'

/** Chunks of a long text that are read while better ones may follow. */
const MOST_READ = 24

/**
 * The passages of a document that show best what a query found, in document order; those of the Reader's text, or of all text where the
 * words stand only there. Each says where it stands. Empty when neither holds any of the words, or the document is gone.
 *
 * Cost: of a text of more than four chunks (64,000 characters) only chunks that can hold the words are unpacked, those with the most and
 * rarest words first, until no other can be better; usually three.
 */
export function passagesOf(
  db: ReadDb,
  texts: TextCache,
  documentId: DocumentId,
  matcher: Matcher,
  options: PassageOptions
): Passage[] {
  if (matcher.words === 0) return []
  const weighted = { ...options, weights: wordWeights(db, matcher) }
  return texts.read(db, documentId, (stored) => (stored ? passagesInTexts(db, documentId, stored, matcher, weighted) : []))
}

type Weighted = PassageOptions & Readonly<{ weights: readonly number[] }>

function passagesInTexts(
  db: ReadDb,
  documentId: DocumentId,
  stored: StoredTexts,
  matcher: Matcher,
  weighted: Weighted
): Passage[] {
  const inReader = passagesIn(db, documentId, stored.reader, matcher, weighted)
  if (inReader.length > 0 || stored.all === stored.reader) {
    return inReader.map((passage) => ({ ...passage, view: 'reader', ...placeOf(stored.reader, passage) }))
  }
  return passagesIn(db, documentId, stored.all, matcher, weighted).map((passage) => ({ ...passage, view: 'all' }))
}

function passagesIn(db: ReadDb, id: DocumentId, text: StoredText, matcher: Matcher, options: Weighted): FoundPassage[] {
  if (text.chunks[0]?.signature.length === 0 || text.chunks.length === 0) return bestPassages(wholeOf(text), matcher, options)
  const guess = new ChunkGuess(db, id, text, matcher)
  const pieces = promisingPieces(text, guess, matcher, options)
  const found = choosePassages(pieces, matcher, options)
  // A phrase may reach over the border of two chunks, and words that must be near each other may stand on both sides of it.
  return found.length > 0 ? found : acrossBorders(text, guess, matcher, options)
}

/** By the most that the words in it can weigh. */
type Candidate = Readonly<{ ordinal: number; words: ReadonlySet<number>; bound: number }>

const weightOf = (words: Iterable<number>, weights: readonly number[]): number => {
  let sum = 0
  for (const word of words) sum += weights[word] ?? 1
  return sum
}

function candidatesOf(text: StoredText, guess: ChunkGuess, weights: readonly number[]): Candidate[] {
  return text.chunks
    .map(({ ordinal }): Candidate => {
      const words = new Set(guess.wordsIn(ordinal))
      return { ordinal, words, bound: weightOf(words, weights) }
    })
    .filter(({ words }) => words.size > 0)
    .sort((a, b) => b.bound - a.bound || a.ordinal - b.ordinal)
}

/** Reads chunks, the most promising first, until as many as there may be passages are as good as any other can be. */
function promisingPieces(text: StoredText, guess: ChunkGuess, matcher: Matcher, { max, weights }: Weighted): ReadPiece[] {
  const read: Readonly<{ piece: ReadPiece; worth: number }>[] = []
  for (const { ordinal, words, bound } of candidatesOf(text, guess, weights)) {
    const isEnough = read.filter(({ worth }) => worth >= bound).length >= max
    if (isEnough || (read.length >= MOST_READ && read.some(({ worth }) => worth > 0))) break
    const piece = readQuickly({ text: text.read(ordinal), start: text.chunks[ordinal]?.start ?? 0 }, matcher, (word) =>
      words.has(word)
    )
    read.push({ piece, worth: weightOf(new Set(piece.places.map(({ word }) => word)), weights) })
  }
  return read.map(({ piece }) => piece).sort((a, b) => a.start - b.start)
}

/** The first pair of neighbouring chunks that holds something, read as one. */
function acrossBorders(text: StoredText, guess: ChunkGuess, matcher: Matcher, options: Weighted): FoundPassage[] {
  for (const { ordinal, start } of text.chunks.slice(0, -1)) {
    if (guess.wordsIn(ordinal).length === 0) continue
    const piece = readExactly({ text: text.read(ordinal) + text.read(ordinal + 1), start }, matcher)
    if (piece.places.length > 0) return choosePassages([piece], matcher, options)
  }
  return []
}

/** The page and heading at the first mark of a passage. */
function placeOf(text: StoredText, { offset, ranges }: FoundPassage): Pick<Passage, 'page' | 'heading'> {
  const at = offset + (ranges[0]?.[0] ?? 0)
  const chunk = chunkAt(text, at)
  return placeIn(text.head(chunk), text.read(chunk), at - (text.chunks[chunk]?.start ?? 0))
}
