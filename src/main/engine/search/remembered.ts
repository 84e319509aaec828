import type { ReadDb } from '#engine/store/connection'
import { value } from '#engine/store/statement'

/** Answers kept for one state of the archive: those of the last queries. */
const MOST_KEPT = 500

type Memory = { state: string; answers: Map<string, unknown> }
const memories = new WeakMap<ReadDb, Memory>()

/** Changes with every commit, of this connection or another. */
const stateOf = (db: ReadDb): string =>
  `${db.pragma('data_version', { simple: true })} ${value<number>(db, 'SELECT total_changes()')}`

/**
 * What `find` found, from memory while nothing in the archive changes: one query is asked for its page, its facets, its hits, its ids. `key`
 * says what is looked for, kind and all. Cost from memory: two tiny statements.
 */
export function remembered<T>(db: ReadDb, key: string, find: () => T): T {
  const state = stateOf(db)
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
