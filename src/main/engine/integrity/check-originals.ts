import { type Hashed, OriginalHasher, troubleOf } from '#engine/integrity/stored-original'
import type { Work } from '#engine/integrity/work'
import type { Originals } from '#engine/originals/originals'
import type { StoredFile } from '#engine/sealed/stored-file'
import type { ReadDb } from '#engine/store/connection'
import { eachOriginalRow } from '#engine/store/original-rows'
import type { OriginalFinding } from '#shared/model/integrity'

export type OriginalsChecked = Readonly<{ checked: number; ok: number; findings: readonly OriginalFinding[] }>

const toHex = (sha256: Uint8Array): string => Buffer.from(sha256).toString('hex')

/**
 * Reads every original that the archive has and holds it against its SHA-256. `tell` is called after each piece with how many were looked
 * for, the bytes read, and what was found so far. Ends early when the work is ended. Memory: one piece of a file, and the findings.
 */
export async function checkOriginals(
  db: ReadDb,
  originals: Originals,
  work: Work,
  tell: (checked: number, bytes: number, problems: number) => void
): Promise<OriginalsChecked> {
  const hasher = new OriginalHasher()
  const findings: OriginalFinding[] = []
  let [checked, ok, bytes] = [0, 0, 0]
  const onBytes = (more: number): void => {
    bytes += more
    tell(checked, bytes, findings.length)
  }
  for (const { sha256 } of eachOriginalRow(db)) {
    if (!(await work.rest())) break
    const hashed = await hashOf(hasher, originals, sha256, work, onBytes)
    if (hashed === undefined) break
    checked += 1
    const finding = findingOf(sha256, hashed)
    if (finding === undefined) ok += 1
    else findings.push(finding)
  }
  tell(checked, bytes, findings.length)
  return { checked, ok, findings }
}

async function hashOf(
  hasher: OriginalHasher,
  originals: Originals,
  sha256: Uint8Array,
  work: Work,
  onBytes: (bytes: number) => void
): Promise<Hashed | undefined> {
  let file: StoredFile
  try {
    file = originals.locate(sha256)
  } catch (error) {
    // The beginning of a sealed one could not be read.
    return { trouble: troubleOf(error) }
  }
  return hasher.hash(file, work, onBytes)
}

function findingOf(sha256: Uint8Array, hashed: Hashed): OriginalFinding | undefined {
  if ('trouble' in hashed) return { sha256: toHex(sha256), trouble: hashed.trouble }
  return Buffer.compare(sha256, hashed.sha256) === 0 ? undefined : { sha256: toHex(sha256), trouble: 'changed' }
}
