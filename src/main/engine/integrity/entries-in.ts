import { type Dirent, lstatSync, opendirSync } from 'node:fs'

/** What lies in a folder, entry by entry; nothing for what is no folder or can not be listed: that shows where its files are read. No link is followed. */
export function* entriesIn(folder: string): Generator<Dirent> {
  let listing: ReturnType<typeof opendirSync>
  try {
    if (!lstatSync(folder).isDirectory()) return
    listing = opendirSync(folder)
  } catch {
    // What can not be listed is found out when its originals are read.
    return
  }
  try {
    for (let entry = listing.readSync(); entry !== null; entry = listing.readSync()) yield entry
  } finally {
    listing.closeSync()
  }
}
