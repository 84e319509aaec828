import { ArchiveEntries } from '#engine/extract/archive/archive-entries'
import { openZipArchive } from '#engine/extract/archive/open-zip-archive'
import type { FormatReader, Found, Source } from '#engine/extract/found'
import type { Spool } from '#engine/extract/spool'
import type { Zip } from '#engine/extract/zip/open-zip'
import type { ZipEntry } from '#engine/extract/zip/zip-entry'

const LINK = 'This is a link to another place in the archive; links are not followed.'
const LOCKED =
  'It is locked with a password, which Sanad can not use in archives. Unpack it with another program and import what it holds.'

/** ZIP archives that are nothing else: their files become documents. */
export const zip: FormatReader = { extract: extractZip }

async function extractZip(source: Source, spool: Spool): Promise<Found> {
  const entries = new ArchiveEntries(spool)
  const archive = await openZipArchive(source.file)
  for (const entry of archive.entries) await takeEntry(archive, entry, entries)
  if (archive.damage !== null) entries.end(archive.damage)
  return entries.found(archive.comment)
}

async function takeEntry(archive: Zip, entry: ZipEntry, entries: ArchiveEntries): Promise<void> {
  if (entry.isFolder || entries.leavesOut(entry.name)) return
  if (entry.isLink) entries.refuse(entry.name, 'link-not-followed', LINK)
  else if (entry.isEncrypted) entries.refuse(entry.name, 'locked', LOCKED)
  else await entries.take(entry.name, entry.modifiedAt, () => archive.stream(entry))
}
