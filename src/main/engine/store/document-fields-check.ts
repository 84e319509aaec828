import type { ReadDb } from '#engine/store/connection'
import { applyCorrections, getExtractedFields, listCorrections } from '#engine/store/document-fields'
import { titleKey, titleOrName } from '#engine/store/documents'
import { row } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { firstDay } from '#shared/model/partial-date'

type Shown = Readonly<{
  fileName: string
  title: string
  titleKey: string
  author: string | null
  publisher: string | null
  date: string | null
  firstDay: number | null
  language: string
  sourceUrl: string | null
}>

/** True when the fields that are shown of a document are not those that were read, corrections applied. */
export function misfitOfFields(db: ReadDb, id: DocumentId): boolean {
  const shown = row<Shown>(
    db,
    `SELECT file_name AS fileName, title, title_key AS titleKey, author, publisher, date, first_day AS firstDay, language,
       source_url AS sourceUrl FROM document WHERE id = ?`,
    [id]
  )
  if (!shown) return false
  try {
    const due = applyCorrections(getExtractedFields(db, id), listCorrections(db, id))
    const title = titleOrName(due.title, shown.fileName)
    return (
      shown.title !== title ||
      shown.titleKey !== titleKey(title) ||
      shown.author !== due.author ||
      shown.publisher !== due.publisher ||
      shown.date !== due.date ||
      shown.firstDay !== (due.date === null ? null : (firstDay(due.date) ?? null)) ||
      shown.language !== (due.language ?? 'und') ||
      shown.sourceUrl !== due.sourceUrl
    )
  } catch {
    // What was read is no JSON any more.
    return true
  }
}
