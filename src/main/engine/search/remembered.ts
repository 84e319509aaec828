import { dataVersion, type ReadDb } from '#engine/store/connection'

/** Answers kept for one state of the archive: those of the last queries. */
const MOST_KEPT = 500

type Memory = { state: number; answers: Map<string, unknown> }
const memories = new WeakMap<ReadDb, Memory>()

/**
 * What `find` found, from memory while nothing in the archive changes: one query is asked for its page, its facets, its hits, its ids. `key`
 * says what is looked for, kind and all. Cost from memory: one tiny statement.
 */
export function remembered<T>(db: ReadDb, key: string, find: () => T): T {
  const state = dataVersion(db)
  let memory = memories.get(db)
  if (memory?.state !== state || memory.answers.size >= MOST_KEPT) {
    memory = { state, answers: new Map() }
    memories.set(db, memory)
  }
  if (memory.answers.has(key)) return memory.answers.get(key) as T
  const found = find()
  memory.answers.set(key, found)
  return found
}
