import type { DocumentSummary } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'

/** How a document lies inside another: an attachment of a message, a file of an archive, a message of a mailbox, a captured page. */
const RELATIONS = ['attachment', 'entry', 'message', 'capture'] as const
export type Relation = (typeof RELATIONS)[number]

/** One step between a document and a file that holds it. */
export type Holder = Readonly<{
  id: DocumentId
  title: string
  fileName: string
  mediaType: string
  relation: Relation
  path: string
}>

/** `captured`: when a web archive took the page (ISO 8601), as it states it; null for all else. */
export type Member = DocumentSummary & Readonly<{ relation: Relation; path: string; captured: string | null }>

/** What a document is embedded in, what it holds, and the conversation it belongs to. */
export type Family = Readonly<{
  /** The ways up, nearest first; several when the same bytes lie in several files. Each way ends with a file on disk. */
  heldBy: readonly (readonly Holder[])[]
  /** In their order inside; at most `FAMILY_ROWS`. */
  holds: readonly Member[]
  holdsTotal: number
  /** Messages of the same conversation, oldest first, this one among them; empty when it is alone. */
  conversation: readonly DocumentSummary[]
}>

export const FAMILY_ROWS = 1_000
