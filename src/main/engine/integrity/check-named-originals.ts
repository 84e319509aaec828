import type { OriginalsChecked } from '#engine/integrity/check-originals'
import { keptOriginals } from '#engine/integrity/kept-originals'
import { OriginalHasher } from '#engine/integrity/stored-original'
import type { Work } from '#engine/integrity/work'
import { originalForm } from '#engine/originals/originals'
import { plainFile } from '#engine/sealed/stored-file'
import type { OriginalFinding } from '#shared/model/integrity'

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
  for (const { path, name: sha256 } of keptOriginals(directory)) {
    if (originalForm(sha256) === 'sealed') continue
    const hashed = await hasher.hash(plainFile(path), work, () => undefined)
    if (hashed === undefined) break
    checked += 1
    if ('trouble' in hashed) originals.push({ sha256, trouble: hashed.trouble })
    else if (Buffer.from(hashed.sha256).toString('hex') === sha256) ok += 1
    else originals.push({ sha256, trouble: 'changed' })
  }
  return { checked, ok, originals }
}
