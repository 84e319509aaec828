import { OriginalJudge } from '#engine/integrity/judge-original'
import type { Work } from '#engine/integrity/work'
import type { Originals } from '#engine/originals/originals'
import type { ReadDb } from '#engine/store/connection'
import { eachOriginalRow } from '#engine/store/original-rows'
import type { OriginalFinding } from '#shared/model/integrity'

export type OriginalsChecked = Readonly<{ checked: number; ok: number; findings: readonly OriginalFinding[] }>

export const toHex = (sha256: Uint8Array): string => Buffer.from(sha256).toString('hex')

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
  const judge = new OriginalJudge(originals)
  const findings: OriginalFinding[] = []
  let [checked, ok, bytes] = [0, 0, 0]
  const onBytes = (more: number): void => {
    bytes += more
    tell(checked, bytes, findings.length)
  }
  for (const { sha256 } of eachOriginalRow(db)) {
    if (!(await work.rest())) break
    const judgement = await judge.judge(sha256, work, onBytes)
    if (judgement === undefined) break
    checked += 1
    if (judgement === 'ok') ok += 1
    else findings.push({ sha256: toHex(sha256), trouble: judgement })
  }
  tell(checked, bytes, findings.length)
  return { checked, ok, findings }
}
