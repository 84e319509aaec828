import type { EventHub } from '#main/event-hub'
import type { DocumentId } from '#shared/model/ids'
import type { Attempt, NetworkRefusals, PageRefusals, RefusedGroup, RefusedKind, RefusedSource } from '#shared/model/refusals'

/** How many sources, and how many addresses of each, are remembered; the counts go on. */
const MOST_SOURCES = 100
const MOST_ADDRESSES = 100
/** Pages remembered that would have loaded something. */
const MOST_PAGES = 200
/** Characters kept of each address. */
const LONGEST = 500
/** The window hears of a new count at most this often, in milliseconds: a page may try thousands of times a second. */
const TELL_MS = 200

export type RefusedRequests = Readonly<{
  /** Counts what was refused, and tells the window. `address`: where it would have gone, or the name of the way. */
  note: (kind: RefusedKind, address: string, source: RefusedSource) => void
  /** A document's page was served, without what it would have loaded. */
  noteShown: (id: DocumentId, attempts: readonly Attempt[]) => void
  /** Forgets whatever says something of an archive; the total stays. */
  forget: () => void
  read: () => NetworkRefusals
  /** Null for a page that was not served. */
  readPage: (id: DocumentId) => PageRefusals | null
}>

type Group = { source: RefusedSource; count: number; entries: Map<string, { kind: RefusedKind; address: string; count: number }> }

/** Counts what Sanad refused to send to a network since the program started. In memory only. */
export function createRefusedRequests(events: EventHub): RefusedRequests {
  const since = Date.now()
  const groups = new Map<string, Group>()
  const pages = new Map<DocumentId, readonly Attempt[]>()
  let total = 0
  const tell = sparingly(() => events.emit('network.refused', { total }))
  return {
    note: (kind, address, source) => {
      total += 1
      tell()
      const group = findOrMake(groups, keyOf(source), MOST_SOURCES, () => ({ source, count: 0, entries: new Map() }))
      if (group === undefined) return
      group.count += 1
      const cut = address.slice(0, LONGEST)
      const entry = findOrMake(group.entries, `${kind} ${cut}`, MOST_ADDRESSES, () => ({ kind, address: cut, count: 0 }))
      if (entry !== undefined) entry.count += 1
    },
    noteShown: (id, attempts) => {
      // The page seen last stays known, whoever is forgotten for it.
      pages.delete(id)
      const oldest = pages.size >= MOST_PAGES ? pages.keys().next().value : undefined
      if (oldest !== undefined) pages.delete(oldest)
      pages.set(id, attempts)
    },
    forget: () => {
      groups.clear()
      pages.clear()
    },
    read: () => ({
      total,
      since,
      groups: [...groups.values()].map(asGroup),
      pages: [...pages].filter(([, attempts]) => attempts.length > 0).map(([id, attempts]) => ({ id, attempts: attempts.length }))
    }),
    readPage: (id) => {
      const attempts = pages.get(id)
      const group = groups.get(keyOf({ kind: 'document', id }))
      return attempts === undefined ? null : { attempts, refused: group === undefined ? [] : asGroup(group).entries }
    }
  }
}

const keyOf = (source: RefusedSource): string =>
  source.kind === 'document' ? `document ${source.id}` : source.kind === 'program' ? source.part : source.kind

const asGroup = ({ source, count, entries }: Group): RefusedGroup => ({
  source,
  count,
  entries: [...entries.values()].map((entry) => ({ ...entry }))
})

/** The value under a key, made when it is missing and there is room for it. */
function findOrMake<K, V>(map: Map<K, V>, key: K, most: number, make: () => V): V | undefined {
  const found = map.get(key)
  if (found !== undefined || map.size >= most) return found
  const made = make()
  map.set(key, made)
  return made
}

/** Calls `tell` at once, and then not again before its time has passed; the last count is always told. */
function sparingly(tell: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let isDue = false
  const open = (): void => {
    timer = undefined
    if (isDue) run()
  }
  const run = (): void => {
    isDue = false
    timer = setTimeout(open, TELL_MS)
    timer.unref()
    tell()
  }
  return () => {
    if (timer === undefined) run()
    else isDue = true
  }
}
