import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { type Attributes, readXml } from '#engine/extract/xml/read-xml'

/** How one part is encrypted, as the manifest says (ISO/IEC 26300-3, 4.4 to 4.16). */
export type PartEncryption = {
  checksumType: string
  checksum: string
  algorithm: string
  vector: string
  derivation: string
  keyBytes: number
  rounds: number
  salt: string
  startKey: string
}

/** A password that does not open the file, or a lock that can not be opened here. `message` is a sentence for people. */
export class OdfLocked extends Error {
  readonly code: 'locked' | 'wrong-password'

  constructor(code: OdfLocked['code'], message: string) {
    super(message)
    this.name = 'OdfLocked'
    this.code = code
  }
}

const UNKNOWN_LOCK = 'It is locked in a way that Sanad can not open.'
/** Programs use a hundred thousand; a file may ask for more than anyone can wait for. */
const MOST_ROUNDS = 2_000_000
/** Text shrinks to a tenth; beyond this it is made to fill memory. */
const MOST_RATIO = 200
const HARMLESS_BYTES = 1024 * 1024
const LARGEST_PART = 256 * 1024 * 1024
/** The checksum is of the beginning only. */
const CHECKED_BYTES = 1024

/** The encrypted parts that a manifest names. */
export function encryptedParts(manifest: Uint8Array): ReadonlyMap<string, PartEncryption> {
  const parts = new Map<string, PartEncryption>()
  let path = ''
  let open: PartEncryption | undefined
  readXml(manifest, {
    open: (name, attributes) => {
      if (name === 'manifest:file-entry') path = attributes['manifest:full-path'] ?? ''
      if (name === 'manifest:encryption-data') {
        open = begin(attributes)
        parts.set(path, open)
      }
      if (open) describe(open, name, attributes)
    },
    close: (name) => {
      if (name === 'manifest:encryption-data') open = undefined
    }
  })
  return parts
}

function begin(attributes: Attributes): PartEncryption {
  return {
    checksumType: attributes['manifest:checksum-type'] ?? '',
    checksum: attributes['manifest:checksum'] ?? '',
    algorithm: '',
    vector: '',
    derivation: '',
    keyBytes: 16,
    rounds: 0,
    salt: '',
    startKey: 'SHA1'
  }
}

function describe(part: PartEncryption, name: string, attributes: Attributes): void {
  if (name === 'manifest:algorithm') {
    part.algorithm = attributes['manifest:algorithm-name'] ?? ''
    part.vector = attributes['manifest:initialisation-vector'] ?? ''
  } else if (name === 'manifest:key-derivation') {
    part.derivation = attributes['manifest:key-derivation-name'] ?? ''
    part.keyBytes = Number(attributes['manifest:key-size'] ?? 16)
    part.rounds = Number(attributes['manifest:iteration-count'] ?? 0)
    part.salt = attributes['manifest:salt'] ?? ''
  } else if (name === 'manifest:start-key-generation') {
    part.startKey = attributes['manifest:start-key-generation-name'] ?? ''
  }
}

/** The bytes of a part, decrypted and unpacked. Throws `OdfLocked`. Cost: a tenth of a second and more, for the key. */
export function decryptPart(packed: Uint8Array, part: PartEncryption, password: string): Uint8Array {
  const bits = /#aes(128|192|256)-cbc$/.exec(part.algorithm)?.[1]
  const isKnown = bits !== undefined && part.derivation.endsWith('PBKDF2') && Number(bits) === part.keyBytes * 8
  if (!isKnown || part.rounds < 1 || part.rounds > MOST_ROUNDS) throw new OdfLocked('locked', UNKNOWN_LOCK)
  const vector = Buffer.from(part.vector, 'base64')
  if (vector.length !== 16 || packed.length === 0 || packed.length % 16 !== 0) throw new OdfLocked('locked', UNKNOWN_LOCK)
  const start = createHash(/sha256$/i.test(part.startKey) ? 'sha256' : 'sha1')
    .update(password, 'utf8')
    .digest()
  const key = pbkdf2Sync(start, Buffer.from(part.salt, 'base64'), part.rounds, part.keyBytes, 'sha1')
  const decipher = createDecipheriv(`aes-${bits}-cbc`, key, vector).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(packed), decipher.final()])
  const padding = padded.at(-1) ?? 0
  const plain = padded.subarray(0, padded.length - (padding <= 16 ? padding : 0))
  if (!isRight(plain, part)) throw new OdfLocked('wrong-password', 'The password does not open it.')
  return inflate(plain)
}

function isRight(plain: Uint8Array, { checksumType, checksum }: PartEncryption): boolean {
  const hash = /sha256-1k$/i.test(checksumType) ? 'sha256' : 'sha1'
  return createHash(hash).update(plain.subarray(0, CHECKED_BYTES)).digest('base64') === checksum
}

/** Throws for what is larger than text can be; the caller tells it as damage. */
function inflate(packed: Uint8Array): Uint8Array {
  return inflateRawSync(packed, { maxOutputLength: Math.min(packed.length * MOST_RATIO + HARMLESS_BYTES, LARGEST_PART) })
}
