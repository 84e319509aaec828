import { PDFArray, type PDFContext, PDFDict, type PDFDocument, PDFRef, PDFStream } from 'pdf-lib'
import { CleanFault } from '#engine/extract/clean/clean-fault'

const MOST_OBJECTS = 2_000_000

/** Opens a document for looking at its objects. Throws `CleanFault` for one that is locked or damaged. */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  const { PDFDocument: Document } = await import('pdf-lib')
  try {
    return await Document.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  } catch (error) {
    // The library's own class of errors is not told from others.
    if (error instanceof Error && /is encrypted/.test(error.message)) throw new CleanFault('locked', 'It is locked.')
    throw new CleanFault('damaged', 'It is not a whole PDF.')
  }
}

/** An object that can hold others: a dictionary (of its own, or of a stream), under the reference by which it was reached. */
export type PdfNode = Readonly<{ dict: PDFDict; ref: PDFRef | null; stream: PDFStream | null }>

/**
 * Visits every dictionary that can be reached from the catalog, each once; `visit` may take entries out before they are followed.
 * Answers with the references that were met. Cost: linear in the objects.
 */
export function walkPdf(context: PDFContext, visit: (node: PdfNode) => void): ReadonlySet<PDFRef> {
  const met = new Set<PDFRef>()
  const seen = new Set<unknown>()
  const waiting: Readonly<{ value: unknown; ref: PDFRef | null }>[] = [{ value: context.trailerInfo.Root, ref: null }]
  let steps = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++steps > MOST_OBJECTS) throw new CleanFault('too-complex', 'It has too many parts.')
    const { value } = next
    if (value instanceof PDFRef) {
      if (met.has(value)) continue
      met.add(value)
      waiting.push({ value: context.lookup(value), ref: value })
      continue
    }
    const dict = value instanceof PDFStream ? value.dict : value
    if (dict instanceof PDFDict) {
      if (seen.has(dict)) continue
      seen.add(dict)
      visit({ dict, ref: next.ref, stream: value instanceof PDFStream ? value : null })
      for (const child of dict.values()) waiting.push({ value: child, ref: null })
    } else if (dict instanceof PDFArray && !seen.has(dict)) {
      seen.add(dict)
      for (let at = 0; at < dict.size(); at++) waiting.push({ value: dict.get(at), ref: null })
    }
  }
  return met
}
