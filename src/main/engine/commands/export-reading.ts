import type { ReadHandlers } from '#engine/commands/read-session'
import { previewCopy } from '#engine/export/clean-copy'
import { surveyCopies } from '#engine/export/survey-copies'

/** What is asked before copies leave the archive. */
export const exportReading = {
  'export.preview': (session, { id }) => previewCopy(session, id),
  'export.survey': ({ db }, { ids }) => surveyCopies(db, ids)
} satisfies Partial<ReadHandlers>
