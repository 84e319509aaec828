import { attemptsOf } from '#engine/extract/html/attempts'
import type { AttemptKind } from '#shared/model/refusals'

const MOST = 200

/** What waits for a click, or for a script to be run, is not loaded by opening the page. */
const LATER: ReadonlySet<AttemptKind> = new Set<AttemptKind>(['form', 'socket', 'request'])

/** The remote addresses a page would have loaded when opened in a browser, once each, in document order; at most 200, each cut at 500 characters. */
export function remoteResourcesOf(html: string): string[] {
  const loaded = attemptsOf(html, 2 * MOST).filter(({ kind }) => !LATER.has(kind))
  return [...new Set(loaded.map(({ address }) => address))].slice(0, MOST)
}
