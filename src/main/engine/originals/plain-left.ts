/** Plain originals in an encrypted archive: what a change of the passphrase that was cut off has not reached. */
import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { PIECE_BYTES } from '#engine/originals/new-copy'
import { openStored } from '#engine/sealed/open-stored'
import { plainFile } from '#engine/sealed/stored-file'

/** Tells whether such a file is the original that its name says, by reading it: whoever can write in the folder could have put it there. */
export class PlainLeft {
  /** What was looked at and is right, by path; a file that was written since, or is another one now, is looked at again. */
  readonly #right = new Map<string, string>()

  /** False as well for what is not there or can not be read. Cost: reads all of a file that it has not seen as it is now. */
  is(path: string, sha256: Uint8Array): boolean {
    try {
      const state = stateOf(path)
      if (state === undefined) return false
      if (this.#right.get(path) === state) return true
      if (Buffer.compare(hashOf(path), sha256) !== 0) return false
      this.#right.set(path, state)
      return true
    } catch {
      return false
    }
  }
}

/** Undefined for what is no file. The time of a file's last change of any kind can not be set by a program. */
function stateOf(path: string): string | undefined {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return stat?.isFile() ? [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : undefined
}

function hashOf(path: string): Buffer {
  const stored = openStored(plainFile(path))
  try {
    const hash = createHash('sha256')
    for (let at = 0; at < stored.sizeBytes; ) {
      const bytes = stored.read(at, PIECE_BYTES)
      if (bytes.length === 0) break
      hash.update(bytes)
      at += bytes.length
    }
    return hash.digest()
  } finally {
    stored.close()
  }
}
