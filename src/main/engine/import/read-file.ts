import { isDiskTrouble } from '#engine/import/batch-writer'
import type { Gate } from '#engine/import/gate'
import { refused } from '#engine/import/walk'
import type { Archive } from '#engine/open'
import { ChangedWhileReading, type TakenFile } from '#engine/originals/take-file'
import { findOriginal } from '#engine/store/originals'
import type { ProblemCode } from '#shared/model/document'

export type Refusal = Readonly<{ code: ProblemCode; message: string }>

/**
 * Hashes a source file and copies it into the archive unless its bytes are there already.
 * Trouble with the file is an answer; trouble with the archive's own disk is thrown, because every further file would meet it.
 */
export async function readFile(archive: Archive, gate: Gate, path: string): Promise<TakenFile | Refusal> {
  const isKept = (sha256: Uint8Array): boolean =>
    findOriginal(archive.db, sha256) !== undefined && archive.originals.isKept(sha256)
  const betweenChunks = async (): Promise<void> => {
    await new Promise(setImmediate)
    await gate.pass()
  }
  try {
    return await archive.originals.take(path, isKept, betweenChunks)
  } catch (error) {
    if (isDiskTrouble(error)) throw error
    if (error instanceof ChangedWhileReading) {
      return {
        code: 'changed-while-reading',
        message: 'It changed while it was being read. Import it again when it is finished.'
      }
    }
    const { code, message } = refused(path, error)
    return { code, message }
  }
}

export const isRefusal = (read: TakenFile | Refusal): read is Refusal => 'code' in read
