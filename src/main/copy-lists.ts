import type { SavedCopy, UnsavedCopy } from '#shared/model/copy'
import { csvRow } from '#shared/rollcall/csv-cell'

export type CopyListForm = 'csv' | 'json'

const HEADINGS = ['file', 'sha256', 'bytes', 'kind', 'sha256 of the original', 'not written because']

/** A list of copies with their hashes: no title, no name of an original, no folder. */
export function copyList(form: CopyListForm, copies: readonly SavedCopy[], refused: readonly UnsavedCopy[]): string {
  if (form === 'json') {
    const rows = copies.map(({ name, sha256, sizeBytes, kind, original }) => ({
      file: name,
      sha256,
      bytes: sizeBytes,
      kind,
      original
    }))
    return `${JSON.stringify({ copies: rows, notWritten: refused.map(({ reason }) => reason) }, null, 2)}\n`
  }
  const rows = copies.map(({ name, sha256, sizeBytes, kind, original }) => csvRow([name, sha256, sizeBytes, kind, original, '']))
  const missing = refused.map(({ reason }) => csvRow(['', '', '', '', '', reason]))
  return `\ufeff${[csvRow(HEADINGS), ...rows, ...missing].join('')}`
}
