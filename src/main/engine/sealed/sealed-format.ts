/**
 * The format of sealed files, as `docs/formats/sealed-file.md` writes it down: a header with two salts, and chunks of 64 KiB, each
 * encrypted and authenticated by AES-256-GCM under a key that no other file has. The nonce of a chunk is its number and whether it is the last,
 * so that chunks can not be left out, cut off, exchanged or carried from one file into another without being found out. What is in the chunks besides
 * the content, so that the length does not tell its size: `padded-size`.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** The last byte is the version of the format. */
const MAGIC = Buffer.from('SANADSF\u0001', 'latin1')
/** Of a piece of a spool, whose header shows its group until it becomes an original. */
const PIECE_MAGIC = Buffer.from('SANADSP\u0001', 'latin1')
const SALT_BYTES = 16
export const HEADER_BYTES = MAGIC.length + 2 * SALT_BYTES
export const CHUNK_BYTES = 64 * 1024
export const TAG_BYTES = 16
/** A chunk as it lies on the disk. */
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES
const KEY_BYTES = 32
const NONCE_BYTES = 12

const GROUP = 'sanad sealed group 1'
const FILE = 'sanad sealed file 1'
const VEIL = 'sanad sealed veil 1'

/**
 * Files of one group have keys that whoever holds the key of the group can make, without the archive's. `veil` hides in their headers that they are of
 * one group: a parser process has none, so that its pieces are veiled when they become originals.
 */
export type SealGroup = Readonly<{ salt: Uint8Array; key: Uint8Array; veil?: Uint8Array }>

/** A sealed file that is not what was written, or not a sealed file. Its code makes it trouble of the disk, not of what was sealed. */
export class SealedFault extends Error {
  readonly code = 'EBADMSG'
}

const derived = (key: Uint8Array, salt: Uint8Array, label: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, salt, label, KEY_BYTES))

/** The group with this salt (default: a new one) of the archive whose key for originals is `master`. */
export function sealGroup(master: Uint8Array, salt: Uint8Array = randomBytes(SALT_BYTES)): SealGroup {
  return { salt, key: derived(master, salt, GROUP) }
}

/** What hides the groups of an archive whose key for originals is `master`. */
export const veilOf = (master: Uint8Array): Uint8Array => derived(master, new Uint8Array(0), VEIL)

/** Hides the salt of a group in the header of the file with this salt, or shows it again: the other of the two. */
function veiled(groupSalt: Uint8Array, fileSalt: Uint8Array, veil: Uint8Array): Buffer {
  const mask = createHmac('sha256', veil).update(fileSalt).digest()
  return Buffer.from(groupSalt.map((byte, at) => byte ^ (mask[at] ?? 0)))
}

const headerOf = ({ groupSalt, fileSalt }: Salts, veil: Uint8Array | undefined): Buffer =>
  Buffer.concat(veil ? [MAGIC, veiled(groupSalt, fileSalt, veil), fileSalt] : [PIECE_MAGIC, groupSalt, fileSalt])

/** A header for a new file of a group, and the key of that file. */
export function newHeader(group: SealGroup): Readonly<{ header: Buffer; key: Uint8Array }> {
  const fileSalt = randomBytes(SALT_BYTES)
  return { header: headerOf({ groupSalt: group.salt, fileSalt }, group.veil), key: fileKey(group, fileSalt) }
}

export const fileKey = (group: SealGroup, salt: Uint8Array): Uint8Array => derived(group.key, salt, FILE)

/** Whether a file begins as one that is sealed, in this version. */
export const isHeader = (head: Uint8Array): boolean =>
  head.length >= HEADER_BYTES && [MAGIC, PIECE_MAGIC].some((magic) => magic.equals(head.subarray(0, magic.length)))

type Salts = Readonly<{ groupSalt: Uint8Array; fileSalt: Uint8Array }>

/** The salts of a file that begins with `head`; undefined when it is no sealed file of this version. */
export function readHeader(head: Uint8Array, veil: Uint8Array): Salts | undefined {
  if (!isHeader(head)) return undefined
  const second = MAGIC.length + SALT_BYTES
  const [groupSalt, fileSalt] = [
    Uint8Array.from(head.subarray(MAGIC.length, second)),
    Uint8Array.from(head.subarray(second, HEADER_BYTES))
  ]
  return { fileSalt, groupSalt: MAGIC.equals(head.subarray(0, MAGIC.length)) ? veiled(groupSalt, fileSalt, veil) : groupSalt }
}

/** The header that a piece of a spool has as an original; the key stays what it is. Throws `SealedFault` where `head` is none. */
export function veiledHeader(head: Uint8Array, veil: Uint8Array): Buffer {
  const salts = readHeader(head, veil)
  if (!salts) throw new SealedFault('A sealed file does not begin as one.')
  return headerOf(salts, veil)
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeUIntBE(index, NONCE_BYTES - 7, 6)
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0
  return nonce
}

/** Never twice with the same key and index: a key belongs to one file, which is written once from beginning to end. */
export function sealChunk(key: Uint8Array, index: number, isLast: boolean, bytes: Uint8Array): readonly Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG_BYTES })
  return [cipher.update(bytes), cipher.final(), cipher.getAuthTag()]
}

/** The bytes of a chunk as it lies on the disk. Throws `SealedFault` when any of them is not as it was written, or it is another chunk. */
export function openChunk(key: Uint8Array, index: number, isLast: boolean, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, isLast), { authTagLength: TAG_BYTES })
  const end = sealed.length - TAG_BYTES
  if (end < 0) throw damaged()
  decipher.setAuthTag(sealed.subarray(end))
  const bytes = decipher.update(sealed.subarray(0, end))
  try {
    decipher.final()
  } catch {
    // Node.js says only that it “can not authenticate”.
    throw damaged()
  }
  return bytes
}

const damaged = (): SealedFault => new SealedFault('A sealed file of the archive is damaged: it is not as it was written.')
