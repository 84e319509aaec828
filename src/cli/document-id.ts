import * as v from 'valibot'
import { UsageError } from '#cli/arguments'
import { type DocumentId, documentIdSchema } from '#shared/model/ids'

/** A document's number as typed. Throws UsageError. */
export function documentId(text: string): DocumentId {
  const parsed = v.safeParse(documentIdSchema, /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN)
  if (!parsed.success) throw new UsageError(`“${text}” is not the number of a document.`)
  return parsed.output
}
