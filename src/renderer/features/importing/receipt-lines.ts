import type { ImportCounts } from '#shared/model/importing'

/** A line of the receipt. */
export type ReceiptLine = Readonly<{ id: 'documents' | 'copies' | 'withoutText' | 'failed'; files: number }>

/** The four lines that make up `counts.files`, always all of them and in this order: a zero is an answer too. */
export function receiptLines(counts: ImportCounts): readonly ReceiptLine[] {
  return [
    { id: 'documents', files: counts.documents },
    { id: 'copies', files: counts.copies },
    { id: 'withoutText', files: counts.withoutText },
    { id: 'failed', files: counts.failed }
  ]
}

/** Files accounted for so far. */
export function filesDone(counts: ImportCounts): number {
  return receiptLines(counts).reduce((sum, line) => sum + line.files, 0)
}

/** Whether the lines account for every file. They always should; the receipt says so when they do not. */
export function addsUp(counts: ImportCounts): boolean {
  return filesDone(counts) === counts.files
}
