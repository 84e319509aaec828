import type { DocumentId } from '#shared/model/ids'

/** By what a saved page would have reached the network. Those after `refresh` wait for a person or a script. */
export const ATTEMPT_KINDS = [
  'script',
  'style',
  'font',
  'picture',
  'media',
  'frame',
  'plugin',
  'prefetch',
  'ping',
  'refresh',
  'form',
  'socket',
  'request'
] as const

export type AttemptKind = (typeof ATTEMPT_KINDS)[number]

/** One thing that a document would have loaded or sent. The address is as the document has it, cut at 500 characters: never a link. */
export type Attempt = Readonly<{ kind: AttemptKind; address: string }>

/** What was refused: something to load, a page to go to, a window, a file to save, a permission, or the program's own code on its way out. */
export type RefusedKind = 'request' | 'navigation' | 'window' | 'download' | 'permission' | 'program'

/** Where it came from. `reader`: a process that reads documents; `engine`: a thread on the archive; `main`: the program itself. */
export type RefusedSource =
  | Readonly<{ kind: 'document'; id: DocumentId }>
  | Readonly<{ kind: 'window' }>
  | Readonly<{ kind: 'program'; part: 'main' | 'engine' | 'reader' }>

export type RefusedEntry = Readonly<{
  kind: RefusedKind
  /** An address, or the name of a permission or of a way out. Cut at 500 characters. */
  address: string
  count: number
}>

export type RefusedGroup = Readonly<{
  source: RefusedSource
  /** All of it, also what is not among the entries any more. */
  count: number
  entries: readonly RefusedEntry[]
}>

export type PageRefusals = Readonly<{
  /** What stands in the page and was taken out before it was shown. Scripts are not run: what only they know is not here. */
  attempts: readonly Attempt[]
  /** What was refused when the page was in the window, since what is left of a page asks for nothing: a guard behind the first one. */
  refused: readonly RefusedEntry[]
}>

/** What was refused since the program started. It is kept in memory only, and what names documents goes when the archive is closed or locked. */
export type NetworkRefusals = Readonly<{
  total: number
  /** Milliseconds since the epoch. */
  since: number
  groups: readonly RefusedGroup[]
  /** Pages shown since the archive was opened that would have loaded something, and how much of it was taken out. */
  pages: readonly Readonly<{ id: DocumentId; attempts: number }>[]
}>
