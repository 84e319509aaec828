import { TermRun } from '#engine/search/term-run'
import type { ReadDb } from '#engine/store/connection'
import { eachTermList, listAdditions, type TermList, vocabularyGeneration } from '#engine/store/vocabulary'

type Memory = { generation: number; runs: TermRun[]; added: string[]; lastAddition: number }

/** Kept for as long as the connection; 5 to 10 bytes a word. Never written anywhere. */
const memories = new WeakMap<ReadDb, Memory>()

/** What a word weighs that was added since the last sweep: as if eight documents held it, so that it is looked at. */
const ADDED_WEIGHT = 24

const asRun = ({ terms, weights }: TermList): TermRun => new TermRun(terms, weights)

function keep(db: ReadDb, generation: number, swept: readonly TermRun[]): Memory {
  const memory = { generation, runs: [new TermRun([], new Uint8Array()), ...swept], added: [], lastAddition: 0 }
  memories.set(db, memory)
  return memory
}

/** Connections whose lists are being read. */
const warming = new WeakSet<ReadDb>()

/** Reads the lists ahead, one at a time with room for other work between them, so that nobody who types waits for them. */
export async function warmKnownTerms(db: ReadDb): Promise<void> {
  const generation = vocabularyGeneration(db)
  if (warming.has(db) || memories.get(db)?.generation === generation) return
  warming.add(db)
  const runs: TermRun[] = []
  for (const list of eachTermList(db, generation)) {
    runs.push(asRun(list))
    await new Promise(setImmediate)
    if (!db.open) return
  }
  warming.delete(db)
  // A sweep that ended meanwhile has taken the rest of these lists away.
  if (vocabularyGeneration(db) === generation && memories.get(db)?.generation !== generation) keep(db, generation, runs)
}

/**
 * The archive's words as they stand now, ready to be walked. A few may stand in no document any more, and some may come twice: ask the index.
 * Cost: two look-ups; reading the lists the first time (0.3 s for a million words) and after each sweep; merging what was added.
 */
export function knownTerms(db: ReadDb): readonly TermRun[] {
  const generation = vocabularyGeneration(db)
  let memory = memories.get(db)
  if (memory?.generation !== generation) {
    memory = keep(db, generation, [...eachTermList(db, generation)].map(asRun))
  }
  const { terms, last } = listAdditions(db, memory.lastAddition)
  if (terms.length > 0) {
    memory.added = [...new Set([...memory.added, ...terms])].sort()
    memory.lastAddition = last
    memory.runs[0] = new TermRun(memory.added, new Uint8Array(memory.added.length).fill(ADDED_WEIGHT))
  }
  return memory.runs
}
