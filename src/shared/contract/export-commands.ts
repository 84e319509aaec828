/** Copies that leave the archive. The window names documents and kinds of copies; where they go is asked for by the main process. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import { COPY_KINDS, type CopyPreview, type CopySurvey, type SavedCopies } from '#shared/model/copy'
import { documentIdSchema } from '#shared/model/ids'

/** So many copies are made in one go. */
export const MOST_COPIES = 10_000

const ids = v.pipe(v.array(documentIdSchema), v.minLength(1), v.maxLength(MOST_COPIES))

export const exportCommands = {
  /** What a copy of a document would and would not tell, found out by making one. */
  'export.preview': command<CopyPreview>()('read', v.strictObject({ id: documentIdSchema })),
  'export.survey': command<CopySurvey>()('read', v.strictObject({ ids })),
  /**
   * Asks where with the native dialog (a file for one document, a folder for more), writes the copies, and reads each again. Null when the
   * person cancelled. `lists`: also a list of the copies with their hashes.
   */
  'export.save': command<SavedCopies | null>()(
    'main',
    v.strictObject({
      ids,
      kind: v.picklist(COPY_KINDS),
      lists: v.optional(v.pipe(v.array(v.picklist(['csv', 'json'])), v.maxLength(2)), [])
    })
  ),
  /** Stops after the copy under way; what was written stays. */
  'export.cancel': command<null>()('main', v.strictObject({}))
} as const
