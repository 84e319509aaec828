import { TermRun } from '#engine/search/term-run'
import type { ReadDb } from '#engine/store/connection'
import { eachTermList, listAdditions, vocabularyGeneration } from '#engine/store/vocabulary'

type Memory = { generation: number; runs: TermRun[]; added: string[]; lastAddition: number }

/** Kept for as long as the connection; 5 to 10 bytes a word. Never written anywhere. */
const memories = new WeakMap<ReadDb, Memory>()

/** What a word weighs that was added since the last sweep: as if eight documents held it, so that it is looked at. */
const ADDED_WEIGHT = 24

/**
 * The archive's words as they stand now, ready to be walked. A few may stand in no document any more, and some may come twice: ask the index.
 * Cost: two look-ups; reading the lists the first time (0.3 s for a million words) and after each sweep; merging what was added.
 */
export function knownTerms(db: ReadDb): readonly TermRun[] {
  const generation = vocabularyGeneration(db)
  let memory = memories.get(db)
  if (memory?.generation !== generation) {
    const runs = [...eachTermList(db, generation)].map(({ terms, weights }) => new TermRun(terms, weights))
    memory = { generation, runs: [new TermRun([], new Uint8Array()), ...runs], added: [], lastAddition: 0 }
    memories.set(db, memory)
  }
  const { terms, last } = listAdditions(db, memory.lastAddition)
  if (terms.length > 0) {
    memory.added = [...new Set([...memory.added, ...terms])].sort()
    memory.lastAddition = last
    memory.runs[0] = new TermRun(memory.added, new Uint8Array(memory.added.length).fill(ADDED_WEIGHT))
  }
  return memory.runs
}
