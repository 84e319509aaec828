import { ArchiveEntries } from '#engine/extract/archive/archive-entries'
import { fileChunks } from '#engine/extract/archive/file-chunks'
import { readTar } from '#engine/extract/archive/read-tar'
import type { FormatReader } from '#engine/extract/found'

/** TAR archives, old and new: their files become documents. */
export const tar: FormatReader = {
  extract: async (source, spool) => {
    const entries = new ArchiveEntries(spool)
    await readTar(fileChunks(source.file), entries)
    return entries.found()
  }
}
