/** Locks a package with a password (MS-OFFCRYPTO), so that tests can unlock it. */

import { createCipheriv, createHash, createHmac } from 'node:crypto'
import { utils, write } from 'cfb'
import { u32, u64 } from '#tests/support/little-endian'

export type Lock = Readonly<{
  password: string
  kind: 'agile' | 'standard'
  hash?: 'SHA1' | 'SHA256' | 'SHA512'
  /** What the file says; the key is made with no more than a thousand rounds. */
  spinCount?: number
}>

const CONTENT_SALT = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
const PASSWORD_SALT = Buffer.from('fedcba98765432100123456789abcdef', 'hex')
const SECRET = Buffer.alloc(32, 0x5a)

/** A compound file with `content` locked in it. */
export function lockPackage(content: Uint8Array, lock: Lock): Buffer {
  const [info, encrypted] = lock.kind === 'agile' ? agile(content, lock) : standard(content, lock)
  const file = utils.cfb_new()
  utils.cfb_add(file, '/EncryptionInfo', info)
  utils.cfb_add(file, '/EncryptedPackage', Buffer.concat([u64(content.length), encrypted]))
  return Buffer.from(write(file, { type: 'buffer' }))
}

function agile(content: Uint8Array, { password, hash = 'SHA512', spinCount = 1000 }: Lock): [Buffer, Buffer] {
  const name = hash.toLowerCase()
  let spun = digest(name, PASSWORD_SALT, Buffer.from(password, 'utf16le'))
  for (let at = 0; at < Math.min(spinCount, 1000); at++) spun = digest(name, u32(at), spun)
  const key = (block: string): Buffer => sized(digest(name, spun, Buffer.from(block, 'hex')), 32)
  const lockPart = (block: string, value: Buffer): string =>
    encrypt('aes-256-cbc', key(block), PASSWORD_SALT, value).toString('base64')
  const input = Buffer.alloc(16, 7)
  const verifier = digest(name, input)
  const attributes = (salt: Buffer): string =>
    `saltSize="16" blockSize="16" keyBits="256" hashSize="${verifier.length}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${hash}" saltValue="${salt.toString('base64')}"`
  const pieces: Buffer[] = []
  for (let at = 0; at * 4096 < content.length; at++) {
    const vector = digest(name, CONTENT_SALT, u32(at)).subarray(0, 16)
    pieces.push(encrypt('aes-256-cbc', SECRET, vector, padded(content.subarray(at * 4096, (at + 1) * 4096))))
  }
  const encrypted = Buffer.concat(pieces)
  const hmacKey = Buffer.alloc(verifier.length, 3)
  const hmac = createHmac(name, hmacKey).update(u64(content.length)).update(encrypted).digest()
  const sealed = (block: string, value: Buffer): string =>
    encrypt('aes-256-cbc', SECRET, digest(name, CONTENT_SALT, Buffer.from(block, 'hex')).subarray(0, 16), padded(value)).toString(
      'base64'
    )
  const integrity = `<dataIntegrity encryptedHmacKey="${sealed('5fb2ad010cb9e1f6', hmacKey)}" encryptedHmacValue="${sealed('a0677f02b22c8433', hmac)}"/>`
  const xml = `<?xml version="1.0" encoding="UTF-8"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${attributes(CONTENT_SALT)}/>${integrity}<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${spinCount}" ${attributes(PASSWORD_SALT)} encryptedVerifierHashInput="${lockPart('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${lockPart('d7aa0f6d3061344e', padded(verifier))}" encryptedKeyValue="${lockPart('146e0be7abacd0d6', SECRET)}"/></keyEncryptor></keyEncryptors></encryption>`
  return [Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]), encrypted]
}

function standard(content: Uint8Array, { password }: Lock): [Buffer, Buffer] {
  let spun = digest('sha1', PASSWORD_SALT, Buffer.from(password, 'utf16le'))
  for (let at = 0; at < 50_000; at++) spun = digest('sha1', u32(at), spun)
  spun = digest('sha1', spun, u32(0))
  const key = digest(
    'sha1',
    Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (spun[at] ?? 0))
  ).subarray(0, 16)
  const verifier = Buffer.alloc(16, 9)
  const header = Buffer.concat([
    ...[0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(u32),
    Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le')
  ])
  const info = Buffer.concat([
    Buffer.from('0400020024000000', 'hex'),
    u32(header.length),
    header,
    u32(16),
    PASSWORD_SALT,
    encrypt('aes-128-ecb', key, null, verifier),
    u32(20),
    encrypt('aes-128-ecb', key, null, padded(digest('sha1', verifier)))
  ])
  return [info, encrypt('aes-128-ecb', key, null, padded(content))]
}

function encrypt(algorithm: string, key: Buffer, vector: Buffer | null, content: Uint8Array): Buffer {
  const cipher = createCipheriv(algorithm, key, vector)
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.final()])
}

function digest(hash: string, ...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])
const sized = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
