import type { QueryClient } from '@tanstack/react-query'
import { on } from '#renderer/api/call.ts'
import { keepIntegrityFresh } from '#renderer/api/keep-integrity-fresh.ts'
import type { CommandName, Events } from '#shared/contract'

/**
 * Which answers go stale with which kind of change. `document.content` and `document.hits` are not here on purpose: a document's text
 * changes only when the person has it read again, and that action names them itself.
 */
const AFFECTED = {
  documents: [
    'library.sidebar',
    'savedSearches.counts',
    'trail.get',
    'search.run',
    'search.terms',
    'search.facets',
    'search.facetValues',
    'search.years',
    'search.ids',
    'search.offers',
    'search.examples',
    'search.fieldValues',
    'document.get',
    'document.family',
    'reread.outdated',
    // Pages that an import brings wait without a word while OCR is paused.
    'ocr.state',
    'archive.info',
    'custody.list',
    'custody.summary',
    'problems.list',
    'suggest.palette',
    'import.list',
    'rollcall.list',
    'rollcall.passages',
    'import.receipt',
    'names.list',
    'names.get',
    'names.mentions',
    'names.nearby',
    'names.inDocument'
  ],
  tags: [
    'library.sidebar',
    'savedSearches.counts',
    'search.run',
    'search.facets',
    'search.facetValues',
    'search.offers',
    'search.examples',
    'search.fieldValues',
    'document.get',
    'suggest.tags',
    'suggest.palette',
    'tags.countOn',
    'custody.list',
    'custody.summary'
  ],
  folders: ['library.sidebar', 'suggest.palette'],
  // A card's spellings are found with the words of a query.
  names: [
    'suggest.palette',
    'savedSearches.counts',
    'custody.list',
    'custody.summary',
    'names.propose',
    'names.with',
    'document.hits',
    'search.run',
    'search.terms',
    'search.ids',
    'search.examples',
    'search.offers',
    'search.fieldValues',
    'search.facets',
    'search.facetValues'
  ]
} as const satisfies Record<keyof Events['library.changed'], readonly CommandName[]>

/** An import commits many times a second; asking again more often than this would only make it slower. */
const PAUSE_MS = 400

/** Somebody who types is not kept waiting for answers that were asked for anew: they come this long after the last letter. */
const TYPING_MS = 300

/** The commands whose answers a change makes stale, each once. */
export function affectedCommands(change: Events['library.changed']): ReadonlySet<CommandName> {
  const names = new Set<CommandName>()
  if (change.documents) for (const name of AFFECTED.documents) names.add(name)
  if (change.tags) for (const name of AFFECTED.tags) names.add(name)
  if (change.names) for (const name of AFFECTED.names) names.add(name)
  if (change.folders) for (const name of AFFECTED.folders) names.add(name)
  return names
}

/**
 * Asks again for what changed: at once, then at most every 400 ms, not while somebody types, and always once more after the last change.
 * Answers with its stop.
 */
export function keepFresh(client: QueryClient): () => void {
  const waiting = new Set<CommandName>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let typedAt = Number.NEGATIVE_INFINITY
  const onInput = ({ timeStamp }: Event): void => {
    typedAt = timeStamp
  }
  addEventListener('input', onInput, true)
  const flush = (): void => {
    if (waiting.size === 0) {
      timer = null
      return
    }
    const rest = typedAt + TYPING_MS - performance.now()
    if (rest > 0) {
      timer = setTimeout(flush, rest)
      return
    }
    for (const name of waiting) void client.invalidateQueries({ queryKey: [name] })
    waiting.clear()
    timer = setTimeout(flush, PAUSE_MS)
  }
  const stopLibrary = on('library.changed', (change) => {
    for (const name of affectedCommands(change)) waiting.add(name)
    if (timer === null) flush()
  })
  const stopOcr = on('ocr.progress', (state) => client.setQueryData(['ocr.state', {}], state))
  const stopReread = on('reread.progress', (state) => client.setQueryData(['reread.current', {}], state))
  const stopRollCall = on('rollcall.progress', (progress) => {
    client.setQueryData(['rollcall.current', {}], progress.state === 'running' ? progress : null)
    for (const name of ROLL_CALL) waiting.add(name)
    if (timer === null) flush()
  })
  const stopIntegrity = keepIntegrityFresh(client)
  const stopSettings = on('settings.changed', (settings) => client.setQueryData(['settings.get', {}], settings))
  const stopArchive = on('archive.changed', (state) => {
    client.setQueryData(['archive.state', {}], state)
    // Another archive: nothing that was asked before is true any more.
    void client.resetQueries({ predicate: (query) => !KEPT.has(String(query.queryKey[0])) })
  })
  return () => {
    if (timer !== null) clearTimeout(timer)
    removeEventListener('input', onInput, true)
    stopLibrary()
    stopOcr()
    stopReread()
    stopRollCall()
    stopIntegrity()
    stopSettings()
    stopArchive()
  }
}

const ROLL_CALL = ['rollcall.list', 'rollcall.lines'] as const satisfies readonly CommandName[]

const KEPT: ReadonlySet<string> = new Set(['archive.state', 'settings.get', 'app.about'] satisfies CommandName[])
