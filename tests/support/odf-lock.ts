/** Locks the parts of an OpenDocument file as programs do (ISO/IEC 26300-3, 4.4). */
import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

export type LockedPart = Readonly<{ bytes: Buffer; entry: string }>

type Options = Readonly<{
  rounds?: number
  /** What the manifest says, when it is not the truth. */
  claimedRounds?: number
  algorithm?: string
}>

/** One part, encrypted, and its entry in the manifest. The same salt every time, so that fixtures stay the same. */
export function lockPart(name: string, content: string | Uint8Array, password: string, options: Options = {}): LockedPart {
  const { rounds = 1000, algorithm = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' } = options
  const { claimedRounds = rounds } = options
  const packed = deflateRawSync(Buffer.from(content))
  const salt = createHash('sha256').update(name).digest().subarray(0, 16)
  const vector = createHash('sha256').update(`vector of ${name}`).digest().subarray(0, 16)
  const start = createHash('sha256').update(password, 'utf8').digest()
  const key = pbkdf2Sync(start, salt, rounds, 32, 'sha1')
  const padding = 16 - (packed.length % 16)
  const padded = Buffer.concat([packed, Buffer.alloc(padding, padding)])
  const cipher = createCipheriv('aes-256-cbc', key, vector).setAutoPadding(false)
  const checksum = createHash('sha256').update(packed.subarray(0, 1024)).digest('base64')
  const entry = [
    `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml" manifest:size="${content.length}">`,
    `<manifest:encryption-data manifest:checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" manifest:checksum="${checksum}">`,
    `<manifest:algorithm manifest:algorithm-name="${algorithm}" manifest:initialisation-vector="${vector.toString('base64')}"/>`,
    `<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="${claimedRounds}" manifest:salt="${salt.toString('base64')}"/>`,
    '<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/>',
    '</manifest:encryption-data></manifest:file-entry>'
  ].join('')
  return { bytes: Buffer.concat([cipher.update(padded), cipher.final()]), entry }
}
