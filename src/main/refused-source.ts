import type { WebFrameMain } from 'electron'
import { parsePageAddress } from '#main/page-address'
import type { RefusedSource } from '#shared/model/refusals'

/** Which page a frame shows: a document, or the program's own. A frame inside a document's counts as that document. */
export function sourceOfFrame(frame: Pick<WebFrameMain, 'url' | 'parent'> | null | undefined): RefusedSource {
  for (let at = frame; at; at = at.parent) {
    const page = parsePageAddress(at.url)
    if (page !== undefined) return { kind: 'document', id: page.id }
  }
  return { kind: 'window' }
}
