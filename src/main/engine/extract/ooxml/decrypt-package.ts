/** Opens packages that are locked with a password (MS-OFFCRYPTO), by node:crypto alone. */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { AgileInfo, Cipher, StandardInfo } from '#engine/extract/ooxml/encryption-info'

/** What the keys of the parts of an agile file are made with. */
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex')
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex')
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex')

const SEGMENT = 4096
const STANDARD_SPINS = 50_000

/**
 * The bytes of the package in `encrypted` (the stream `EncryptedPackage`); undefined when the password is wrong. Throws when the file is
 * damaged. Cost: as many rounds of hashing as the file asks for, a fifth of a second with Office's own; memory for the content twice.
 */
export function decryptPackage(info: AgileInfo | StandardInfo, encrypted: Buffer, password: string): Buffer | undefined {
  if (encrypted.length < 8) throw new Error('its locked part is missing.')
  const key = info.kind === 'agile' ? agileKey(info, password) : standardKey(info, password)
  if (!key) return undefined
  const size = Number(encrypted.readBigUInt64LE(0))
  // Blocks that a cut-off file has only half of can not be read.
  const content = encrypted.subarray(8, 8 + Math.floor((encrypted.length - 8) / 16) * 16)
  const plain = info.kind === 'agile' ? segments(content, key, info.content) : decrypt('ecb', key, null, content)
  return plain.subarray(0, Math.min(size, plain.length))
}

function agileKey({ password: cipher }: AgileInfo, password: string): Buffer | undefined {
  const spun = spin(cipher.hash, cipher.salt, password, cipher.spinCount)
  const part = (block: Buffer, value: Buffer): Buffer => {
    const key = sized(digest(cipher.hash, spun, block), cipher.keyBytes)
    return decrypt('cbc', key, sized(cipher.salt, cipher.blockBytes), value)
  }
  const wanted = part(VERIFIER_HASH, cipher.verifierHash)
  const actual = digest(cipher.hash, part(VERIFIER_INPUT, cipher.verifierInput))
  return isSame(actual, wanted) ? part(KEY_VALUE, cipher.key).subarray(0, cipher.keyBytes) : undefined
}

function standardKey({ salt, keyBytes, verifier, verifierHash }: StandardInfo, password: string): Buffer | undefined {
  const spun = digest('sha1', spin('sha1', salt, password, STANDARD_SPINS), numbered(0))
  const half = (mask: number): Buffer =>
    digest(
      'sha1',
      Buffer.alloc(64, mask).map((byte, at) => byte ^ (spun[at] ?? 0))
    )
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes)
  const actual = digest('sha1', decrypt('ecb', key, null, verifier))
  return isSame(actual, decrypt('ecb', key, null, verifierHash)) ? key : undefined
}

function spin(hash: string, salt: Buffer, password: string, count: number): Buffer {
  let spun = digest(hash, salt, Buffer.from(password, 'utf16le'))
  const round = Buffer.alloc(4 + spun.length)
  for (let at = 0; at < count; at++) {
    round.writeUInt32LE(at, 0)
    spun.copy(round, 4)
    spun = digest(hash, round)
  }
  return spun
}

/** Each segment has an initial vector of its own. */
function segments(content: Buffer, key: Buffer, { hash, salt, blockBytes }: Cipher): Buffer {
  const plain: Buffer[] = []
  for (let at = 0; at * SEGMENT < content.length; at++) {
    const vector = sized(digest(hash, salt, numbered(at)), blockBytes)
    plain.push(decrypt('cbc', key, vector, content.subarray(at * SEGMENT, (at + 1) * SEGMENT)))
  }
  return Buffer.concat(plain)
}

function decrypt(mode: 'cbc' | 'ecb', key: Buffer, vector: Buffer | null, content: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, vector)
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.final()])
}

function digest(hash: string, ...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

/** Cut, or filled up with 0x36, as the specification says. */
const sized = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])

/** The part that has been decrypted may be longer, by what fills its last block. */
const isSame = (actual: Buffer, wanted: Buffer): boolean =>
  wanted.length >= actual.length && timingSafeEqual(actual, wanted.subarray(0, actual.length))

function numbered(at: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(at)
  return bytes
}
