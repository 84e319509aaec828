/** The stages of a verification, timed one by one in the process that asks. */
import { verifyArchive } from '#engine/integrity/verify-archive'
import { Work } from '#engine/integrity/work'
import { unlock } from '#engine/keys/passphrase-changes'
import { openOriginals, openReader } from '#engine/open'
import type { VerifyProgress } from '#shared/model/integrity'

/** Seconds of each stage; `passphrase` of an encrypted archive. */
export async function timeVerification(directory: string, isThorough: boolean, passphrase: string | null) {
  const keys = passphrase === null ? null : await unlock(directory, passphrase)
  const db = openReader(directory, keys)
  const seconds: Record<string, number> = {}
  let [stage, began] = ['originals', performance.now()]
  const note = (next: string): void => {
    if (next === stage) return
    seconds[stage] = (seconds[stage] ?? 0) + (performance.now() - began) / 1000
    stage = next
    began = performance.now()
  }
  const outcome = await verifyArchive({
    directory,
    originals: openOriginals(directory, keys),
    db,
    isThorough,
    work: new Work(),
    onProgress: (progress: VerifyProgress) => note(progress.stage)
  })
  note('end')
  db.close()
  return { outcome, seconds }
}
