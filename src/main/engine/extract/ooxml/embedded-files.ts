import { contentOfOle } from '#engine/extract/ooxml/ole-content'
import type { Package } from '#engine/extract/ooxml/open-package'
import type { Spool } from '#engine/extract/spool'
import { ZipFault } from '#engine/extract/zip/zip-fault'

/** Files of other programs, and sound and film that plays in the document. */
const EMBEDDED =
  /(?:^|\/)(?:embeddings\/[^/]+|media\/[^/]+\.(?:mp4|m4v|mov|avi|wmv|mpe?g|webm|mkv|3gp|flv|mp3|wav|m4a|aac|wma|ogg|oga|ogv|aiff?|amr))$/i
const LARGEST_OLE = 128 * 1024 * 1024

/**
 * Puts the files that a document carries into the spool, and the parts named in `chunks`; answers with their number. Objects of programs
 * that are no files (formulas, drawings) are not taken: what they show stands in the document as a picture.
 */
export async function spoolEmbedded(opened: Package, spool: Spool, chunks: readonly string[]): Promise<number> {
  const parts = [...opened.names().filter((name) => EMBEDDED.test(name)), ...chunks]
  let count = 0
  for (const part of parts) {
    const label = part.slice(part.lastIndexOf('/') + 1)
    try {
      if (/\.(?:bin|ole)$/i.test(part)) {
        const content = contentOfOle(opened.bytes(part, LARGEST_OLE) ?? new Uint8Array(0))
        if (content === undefined) continue
        await spool.add({ path: content.name ?? `${label}${content.extension}`, relation: 'attachment' }, content.bytes)
      } else {
        const bytes = opened.stream(part)
        if (bytes) await spool.add({ path: label, relation: 'attachment' }, bytes)
      }
    } catch (error) {
      if (!(error instanceof ZipFault)) throw error
      spool.refuse(label, 'attachment', error.code, `It can not be taken out of the document: ${error.message}`)
    }
    count++
  }
  return count
}
