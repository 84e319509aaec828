import type { OpenPdf } from '#engine/extract/pdf/open-pdf'
import type { Spool } from '#engine/extract/spool'

/** More files in one document are not taken out. */
const MOST = 10_000

/** Puts the files that a document carries into the spool; answers with their number. */
export async function spoolAttachments({ pdfium: { call }, heap, handle }: OpenPdf, spool: Spool): Promise<number> {
  const count = Math.min(Math.max(call.FPDFDoc_GetAttachmentCount(handle), 0), MOST)
  for (let index = 0; spool.isOpen && index < count; index++) {
    const attachment = call.FPDFDoc_GetAttachment(handle, index)
    if (attachment === 0) continue
    const name = heap.text((address, room) => call.FPDFAttachment_GetName(attachment, address, room)).trim()
    const path = name === '' ? String(index + 1) : name
    const content = contentOf(attachment, spool.room.bytes)
    if (content === 'too-large') spool.refuse(path, 'attachment', 'bomb', 'It is too large when opened.')
    else if (content === 'damaged') spool.refuse(path, 'attachment', 'damaged', 'It can not be taken out of the PDF.')
    else await spool.add({ path, relation: 'attachment' }, content)
  }
  return count

  function contentOf(attachment: number, most: number): Uint8Array | 'too-large' | 'damaged' {
    return heap.with(4, (size) => {
      if (call.FPDFAttachment_GetFile(attachment, 0, 0, size) === 0) return 'damaged'
      const length = heap.view().getUint32(size, true)
      if (length > most) return 'too-large'
      return heap.with(Math.max(length, 1), (address) =>
        call.FPDFAttachment_GetFile(attachment, address, length, size) === 0 ? 'damaged' : heap.bytes(address, length)
      )
    })
  }
}
