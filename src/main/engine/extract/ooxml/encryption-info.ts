import { readXml } from '#engine/extract/xml/read-xml'

/** How the key of a locked package is made from a password in files since Office 2010 (MS-OFFCRYPTO 2.3.4.10, agile). */
export type AgileInfo = Readonly<{
  kind: 'agile'
  /** Of the content. */
  content: Cipher
  /** Of the key, by the password. */
  password: Cipher & Readonly<{ spinCount: number; verifierInput: Buffer; verifierHash: Buffer; key: Buffer }>
}>

/** How something is hashed and encrypted; lengths in bytes. */
export type Cipher = Readonly<{ salt: Buffer; hash: string; keyBytes: number; blockBytes: number }>

/** As Office 2007 does it (MS-OFFCRYPTO 2.3.4.5, standard). */
export type StandardInfo = Readonly<{ kind: 'standard'; keyBytes: number; salt: Buffer; verifier: Buffer; verifierHash: Buffer }>

const HASHES: ReadonlySet<string> = new Set(['SHA1', 'SHA256', 'SHA384', 'SHA512'])
/** The specification allows ten million rounds; programs write a hundred thousand. More than this takes longer than anyone waits. */
const MOST_SPINS = 2_000_000
const AES = 0x660e

/** Undefined for ways of locking that are not read: other ciphers, certificates, rights management. */
export function encryptionInfo(stream: Buffer): AgileInfo | StandardInfo | undefined {
  if (stream.length < 12) return undefined
  const [major, minor] = [stream.readUInt16LE(0), stream.readUInt16LE(2)]
  if (major === 4 && minor === 4) return agile(stream.subarray(8))
  return minor === 2 && major >= 2 && major <= 4 ? standard(stream) : undefined
}

function standard(stream: Buffer): StandardInfo | undefined {
  const headerSize = stream.readUInt32LE(8)
  const at = 12 + headerSize
  if (headerSize < 32 || at + 72 > stream.length) return undefined
  const algorithm = stream.readUInt32LE(12 + 8)
  const keyBytes = stream.readUInt32LE(12 + 16) / 8
  if ((algorithm & 0xff00) !== (AES & 0xff00) || ![16, 24, 32].includes(keyBytes)) return undefined
  return {
    kind: 'standard',
    keyBytes,
    salt: stream.subarray(at + 4, at + 20),
    verifier: stream.subarray(at + 20, at + 36),
    verifierHash: stream.subarray(at + 40, at + 72)
  }
}

function agile(xml: Buffer): AgileInfo | undefined {
  let content: Readonly<Record<string, string>> | undefined
  let password: Readonly<Record<string, string>> | undefined
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'keyData' || name.endsWith(':keyData')) content ??= attributes
      else if (name.endsWith(':encryptedKey') && attributes.spinCount !== undefined) password ??= attributes
    }
  })
  const outer = content && cipherOf(content)
  const inner = password && cipherOf(password)
  const spinCount = Number(password?.spinCount)
  if (!outer || !inner || !(spinCount >= 0 && spinCount <= MOST_SPINS)) return undefined
  return {
    kind: 'agile',
    content: outer,
    password: {
      ...inner,
      spinCount,
      verifierInput: bytesOf(password?.encryptedVerifierHashInput),
      verifierHash: bytesOf(password?.encryptedVerifierHashValue),
      key: bytesOf(password?.encryptedKeyValue)
    }
  }
}

function cipherOf(attributes: Readonly<Record<string, string>>): Cipher | undefined {
  const hash = (attributes.hashAlgorithm ?? '').replace('-', '')
  const keyBytes = Number(attributes.keyBits) / 8
  const isRead = attributes.cipherAlgorithm === 'AES' && attributes.cipherChaining === 'ChainingModeCBC' && HASHES.has(hash)
  if (!isRead || ![16, 24, 32].includes(keyBytes) || attributes.blockSize !== '16') return undefined
  return { salt: bytesOf(attributes.saltValue), hash: hash.toLowerCase(), keyBytes, blockBytes: 16 }
}

const bytesOf = (base64: string | undefined): Buffer => Buffer.from((base64 ?? '').slice(0, 4096), 'base64')
