import type { DocumentStatus } from '#shared/model/document'

const TROUBLE: ReadonlySet<DocumentStatus> = new Set(['needs-ocr', 'locked', 'not-readable-yet', 'failed'])

/** Whether a person should know, before opening it, that such a document can not be read as it is. */
export function hasTrouble(status: DocumentStatus): boolean {
  return TROUBLE.has(status)
}
