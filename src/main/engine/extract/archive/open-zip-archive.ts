import type { OpenFile } from '#engine/extract/read-file'
import { SpoolFull } from '#engine/extract/spool'
import { openZip, type Zip } from '#engine/extract/zip/open-zip'
import { ZipFault } from '#engine/extract/zip/zip-fault'

/** As many as one file on disk may hold. */
const MOST_ENTRIES = 100_000

/** Opens a ZIP file that holds documents. Throws `SpoolFull` for one that holds more than there may be, `ZipFault` for a damaged one. */
export async function openZipArchive(file: OpenFile): Promise<Zip> {
  try {
    return await openZip(file, { maxEntries: MOST_ENTRIES })
  } catch (error) {
    if (error instanceof ZipFault && (error.code === 'bomb' || error.code === 'too-many-files'))
      throw new SpoolFull(error.code, error.message)
    throw error
  }
}
