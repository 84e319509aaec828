/** The custody log: what was done to the archive. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import {
  CUSTODY_TOPICS,
  type CustodyCompared,
  type CustodyDocument,
  type CustodyListed,
  type CustodySummary,
  LONGEST_NOTED,
  readNoted
} from '#shared/model/custody'
import { documentIdSchema } from '#shared/model/ids'

const nothing = v.strictObject({})
const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const noted = v.pipe(
  v.string(),
  v.maxLength(LONGEST_NOTED),
  v.check((text) => readNoted(text) !== undefined)
)

export const custodyCommands = {
  /** How long the log is and where it has got to. Nothing is checked. */
  'custody.summary': command<CustodySummary>()('read', nothing),
  /** Newest first; of one topic, and about one document, where given. */
  'custody.list': command<{ total: number; entries: readonly CustodyListed[] }>()(
    'read',
    v.strictObject({
      topic: v.optional(v.picklist(CUSTODY_TOPICS)),
      documentId: v.optional(documentIdSchema),
      offset,
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))
    })
  ),
  /** The documents that an entry lists. */
  'custody.documents': command<readonly CustodyDocument[]>()(
    'read',
    v.strictObject({ seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)) })
  ),
  /** Checks the whole chain, and the originals against it; `noted` (what `readNoted` reads) is looked for in it. Searches come in between. */
  'custody.check': command<CustodyCompared>()('read', v.strictObject({ noted: v.optional(noted) })),
  /** Asks where with the native dialog and writes the log there. Null when the person cancelled. */
  'custody.export': command<{ name: string; entries: number } | null>()('main', nothing)
} as const
