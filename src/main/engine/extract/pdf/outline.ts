import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import type { OutlineItem } from '#shared/model/page-layer'

/** A contents list is not read beyond this many entries, nor deeper than this. */
const MOST = 10_000
const DEEPEST = 16

/** The contents list of a document, in its order. Entries that lead in circles are read once. */
export function outlineOf({ pdfium: { call }, heap, handle }: OpenPdf): OutlineItem[] {
  const items: OutlineItem[] = []
  const seen = new Set<number>()
  const visit = (first: number, level: number): void => {
    for (let entry = first; entry !== 0 && !seen.has(entry) && items.length < MOST; ) {
      seen.add(entry)
      const title = heap.text((address, room) => call.FPDFBookmark_GetTitle(entry, address, room))
      items.push({ title: title.replace(/\s+/g, ' ').trim(), page: pageOf(entry), level })
      if (level < DEEPEST) visit(call.FPDFBookmark_GetFirstChild(handle, entry), level + 1)
      entry = call.FPDFBookmark_GetNextSibling(handle, entry)
    }
  }
  const pageOf = (entry: number): number | null => {
    let target = call.FPDFBookmark_GetDest(handle, entry)
    if (target === 0) {
      const action = call.FPDFBookmark_GetAction(entry)
      if (action !== 0) target = call.FPDFAction_GetDest(handle, action)
    }
    const index = target === 0 ? -1 : call.FPDFDest_GetDestPageIndex(handle, target)
    return index < 0 ? null : index + 1
  }
  visit(call.FPDFBookmark_GetFirstChild(handle, 0), 1)
  return items.filter(({ title }) => title !== '')
}
