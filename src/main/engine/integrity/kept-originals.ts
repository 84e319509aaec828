import { join } from 'node:path'
import { entriesIn } from '#engine/integrity/entries-in'
import { isShelf } from '#engine/integrity/known-files'
import { originalForm } from '#engine/originals/originals'

/** The files that are kept as originals, by what is in the folder and not by what a database says. No link is followed. */
export function* keptOriginals(directory: string): Generator<Readonly<{ path: string; name: string }>> {
  const folder = join(directory, 'originals')
  for (const shelf of entriesIn(folder)) {
    if (!shelf.isDirectory() || !isShelf(shelf.name)) continue
    for (const entry of entriesIn(join(folder, shelf.name)))
      if (originalForm(entry.name) !== undefined) yield { path: join(folder, shelf.name, entry.name), name: entry.name }
  }
}
