import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { keysOf } from '#engine/keys/data-key'
import { type Archive, createArchive, type Protection } from '#engine/open'
import { temporaryFolder } from '#tests/support/temporary'

export const PASSPHRASE = 'quiet river, seven stones'

/** Protection whose passphrase nobody knows, without the second that a passphrase costs. */
export function anyProtection(): Protection {
  const wrapped = { nonce: randomBytes(12), key: randomBytes(32), tag: randomBytes(16) }
  const derivation = { memoryKib: 65_536, passes: 3, lanes: 1, salt: randomBytes(16) }
  return { keyFile: { derivation, wrapped }, keys: keysOf(randomBytes(32)) }
}

export function newEncryptedArchive(): { archive: Archive; keys: ArchiveKeys } {
  const protection = anyProtection()
  const archive = createArchive(join(temporaryFolder(), 'Test.sanad'), protection)
  onTestFinished(() => {
    if (archive.db.open) archive.close()
  })
  return { archive, keys: protection.keys }
}
