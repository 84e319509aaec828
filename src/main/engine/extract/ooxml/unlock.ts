import { findStream, readStream } from '#engine/extract/cfb/cfb-stream'
import { openCfb } from '#engine/extract/cfb/open-cfb'
import { EMPTY_FOUND, type Found, type Source } from '#engine/extract/found'
import { decryptPackage } from '#engine/extract/ooxml/decrypt-package'
import { encryptionInfo } from '#engine/extract/ooxml/encryption-info'
import { packageType } from '#engine/extract/ooxml/package-type'
import { heldFile } from '#engine/extract/read-file'
import type { ProblemCode } from '#shared/model/document'

/** Locked files are opened in memory, so that what they hold is never written to the disk in the clear. */
const LARGEST = 256 * 1024 * 1024
const LARGEST_INFO = 64 * 1024

const NO_PASSWORD = 'It is locked with a password. Type its password to read it.'
const WRONG = 'The password is not the right one. Nothing was changed; try another.'
const OTHER_WAY =
  'It is locked in a way that Sanad can not open. Open the original in the program it was made with, save it without a password, and import that.'
const TOO_LARGE =
  'It is locked and too large to be opened in memory. Open the original in the program it was made with, save it without a password, and import that.'

/** The file inside a locked one, or why there is none. */
export type Unlocked = Readonly<{ source: Source }> | Readonly<{ locked: Found }>

/** Opens a locked Office file with the password that was typed. Throws when it is damaged. */
export async function unlock(source: Source): Promise<Unlocked> {
  const cfb = openCfb(source.file)
  const content = cfb && findStream(cfb, 'EncryptedPackage')
  if (!cfb || !content) throw new Error('its locked part is missing.')
  const info = encryptionInfo(readStream(cfb, 'EncryptionInfo', LARGEST_INFO))
  if (!info) return { locked: locked('locked', OTHER_WAY) }
  if (content.size > LARGEST) return { locked: locked('locked', TOO_LARGE) }
  if (source.password === null) return { locked: locked('locked', NO_PASSWORD) }
  const bytes = decrypted(info, readStream(cfb, 'EncryptedPackage', LARGEST), source.password)
  if (!bytes) return { locked: locked('wrong-password', WRONG) }
  const file = heldFile(bytes)
  const mediaType = await packageType(file, new Uint8Array(0), 'application/zip')
  return { source: { ...source, file, bytes: () => bytes, mediaType } }
}

function decrypted(info: NonNullable<ReturnType<typeof encryptionInfo>>, content: Buffer, password: string): Buffer | undefined {
  try {
    return decryptPackage(info, content, password)
  } catch {
    // The cipher meets keys and blocks of lengths that no program writes.
    throw new Error('what is locked in it is damaged.')
  }
}

function locked(code: ProblemCode, message: string): Found {
  return {
    ...EMPTY_FOUND,
    simplified: { code, message },
    locked: true
  }
}
