import { opendirSync } from 'node:fs'
import { join } from 'node:path'
import type { OriginalsChecked } from '#engine/integrity/check-originals'
import { isShelf } from '#engine/integrity/known-files'
import { OriginalHasher } from '#engine/integrity/stored-original'
import type { Work } from '#engine/integrity/work'
import type { OriginalFinding } from '#shared/model/integrity'

/** Files among the originals that have a SHA-256 for a name, wherever the listing can be read. */
function* namedOriginals(directory: string): Generator<Readonly<{ path: string; sha256: string }>> {
  const folder = join(directory, 'originals')
  for (const shelf of namesIn(folder)) {
    if (!isShelf(shelf)) continue
    for (const name of namesIn(join(folder, shelf)))
      if (/^[0-9a-f]{64}$/.test(name)) yield { path: join(folder, shelf, name), sha256: name }
  }
}

function* namesIn(folder: string): Generator<string> {
  let listing: ReturnType<typeof opendirSync>
  try {
    listing = opendirSync(folder)
  } catch {
    // Nothing in it can be looked at; the database, which would say what should be there, can not be read either.
    return
  }
  try {
    for (let entry = listing.readSync(); entry !== null; entry = listing.readSync()) yield entry.name
  } finally {
    listing.closeSync()
  }
}

/**
 * Without a database: holds each plain original against its name, which is its SHA-256. Those that are missing can not be known, and
 * encrypted ones not be read.
 */
export async function checkNamedOriginals(
  directory: string,
  work: Work
): Promise<Pick<OriginalsChecked, 'checked' | 'ok'> & Readonly<{ originals: readonly OriginalFinding[] }>> {
  const hasher = new OriginalHasher()
  const originals: OriginalFinding[] = []
  let [checked, ok] = [0, 0]
  for (const { path, sha256 } of namedOriginals(directory)) {
    const hashed = await hasher.hash(path, work, () => undefined)
    if (hashed === undefined) break
    checked += 1
    if ('trouble' in hashed) originals.push({ sha256, trouble: hashed.trouble })
    else if (Buffer.from(hashed.sha256).toString('hex') === sha256) ok += 1
    else originals.push({ sha256, trouble: 'changed' })
  }
  return { checked, ok, originals }
}
