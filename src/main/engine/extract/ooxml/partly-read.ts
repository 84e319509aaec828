import type { Found } from '#engine/extract/found'
import type { Package } from '#engine/extract/ooxml/open-package'
import { ZipFault } from '#engine/extract/zip/zip-fault'

/**
 * What to say of a package that could not be read in full; null when it could. `cut` is the reason when there was too much to read.
 * Throws `ZipFault` when it is damaged and gave nothing at all: then it is not empty but unreadable.
 */
export function partlyRead(opened: Package, isEmpty: boolean, cut: string | null): Found['simplified'] {
  const { damage } = opened
  if (cut !== null) return { code: 'partly-read', message: cut }
  if (damage === null) return null
  if (isEmpty) throw new ZipFault('damaged', 'Its text is damaged and can not be read. The original is kept as it is.')
  return { code: 'partly-read', message: damage }
}
