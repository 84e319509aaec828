/** From a passphrase to the data key of an archive, and from that to the keys of each part. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { boundLines, type Derivation, type KeyFile } from '#engine/keys/key-file'
import { passphraseBytes } from '#engine/keys/passphrase'
import { SanadError } from '#shared/errors'
import { LONGEST_PASSPHRASE } from '#shared/text/passphrase-form'

/** RFC 9106, its second choice: for machines that can not spare 2 GiB. */
const NEW_DERIVATION = { memoryKib: 65_536, passes: 3, lanes: 1 } as const
const KEY_BYTES = 32
const TAG_BYTES = 16

/** Random: it is never changed, and never stored but wrapped. */
export const newDataKey = (): Uint8Array => randomBytes(KEY_BYTES)

/** Wraps a data key with a passphrase, with a new salt. Throws SanadError `bad-request` for one that is empty, or too long to be typed. Cost: about a second, and 64 MiB until its thread or process ends. */
export async function wrapDataKey(dataKey: Uint8Array, passphrase: string): Promise<KeyFile> {
  if (passphrase.length > LONGEST_PASSPHRASE || passphraseBytes(passphrase).length === 0)
    throw new SanadError('bad-request', `A passphrase has 1 to ${LONGEST_PASSPHRASE} characters that can be seen.`)
  const derivation = { ...NEW_DERIVATION, salt: randomBytes(16) }
  const wrapping = await derive(passphrase, derivation)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(boundLines(derivation), 'latin1'))
  const key = Buffer.concat([cipher.update(dataKey), cipher.final()])
  wrapping.fill(0)
  return { derivation, wrapped: { nonce, key, tag: cipher.getAuthTag() } }
}

/** Undefined when the passphrase is not the one. Cost: as `wrapDataKey`. Whoever asked overwrites the key when they are done. */
export async function unwrapDataKey({ derivation, wrapped }: KeyFile, passphrase: string): Promise<Uint8Array | undefined> {
  if (passphraseBytes(passphrase).length === 0) return undefined
  const wrapping = await derive(passphrase, derivation)
  const decipher = createDecipheriv('aes-256-gcm', wrapping, wrapped.nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(boundLines(derivation), 'latin1'))
  decipher.setAuthTag(wrapped.tag)
  wrapping.fill(0)
  const key = decipher.update(wrapped.key)
  try {
    decipher.final()
    return key
  } catch {
    // What came out is not the key: Node.js says only that it “can not authenticate”.
    return undefined
  }
}

/** The key of one part of an archive: HKDF-SHA256 of the data key, the part's name being its info. */
export const deriveKey = (dataKey: Uint8Array, label: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', dataKey, new Uint8Array(0), `sanad archive ${label} 1`, KEY_BYTES))

export const keysOf = (dataKey: Uint8Array): ArchiveKeys => ({
  database: shared(deriveKey(dataKey, 'database')),
  originals: shared(deriveKey(dataKey, 'originals')),
  names: shared(deriveKey(dataKey, 'names'))
})

/** Moved into memory that threads share: a message to a thread would leave a copy behind at each end, which nobody could overwrite. */
function shared(key: Uint8Array): Uint8Array {
  const moved = new Uint8Array(new SharedArrayBuffer(key.length))
  moved.set(key)
  key.fill(0)
  return moved
}

/** For an archive that is to be encrypted from its beginning. */
export async function newProtection(passphrase: string): Promise<Readonly<{ keyFile: KeyFile; keys: ArchiveKeys }>> {
  const dataKey = newDataKey()
  const keys = keysOf(dataKey)
  return { keyFile: await wrapDataKey(dataKey, passphrase).finally(() => dataKey.fill(0)), keys }
}

async function derive(passphrase: string, { memoryKib, passes, lanes, salt }: Derivation): Promise<Uint8Array> {
  const password = passphraseBytes(passphrase)
  try {
    return await argon2id({
      password,
      salt,
      parallelism: lanes,
      iterations: passes,
      memorySize: memoryKib,
      hashLength: KEY_BYTES,
      outputType: 'binary'
    })
  } finally {
    password.fill(0)
  }
}
