/**
 * `archive.key`: what makes the data key of an encrypted archive from its passphrase, as `docs/formats/archive-key.md` writes it down.
 *
 * Four lines of text, the last of which is a checksum over the others: a file that was damaged is told apart from a passphrase that is
 * wrong. It is of no use without the passphrase; without it the passphrase is of none.
 */
import { createHash } from 'node:crypto'

/** How the key that wraps the data key is made from the passphrase. */
export type Derivation = Readonly<{ memoryKib: number; passes: number; lanes: number; salt: Uint8Array }>

/** The data key, encrypted. */
export type WrappedKey = Readonly<{ nonce: Uint8Array; key: Uint8Array; tag: Uint8Array }>

export type KeyFile = Readonly<{ derivation: Derivation; wrapped: WrappedKey }>

const FORM =
  /^Sanad archive key 1\nargon2id ([1-9]\d{0,7}) ([1-9]\d{0,2}) ([1-9]\d{0,1}) ([0-9a-f]{32})\naes-256-gcm ([0-9a-f]{24}) ([0-9a-f]{64}) ([0-9a-f]{32})\nsha256 ([0-9a-f]{64})\n$/

/** No longer file is one. */
export const LARGEST_KEY_FILE = 1024

/**
 * What a key file may ask for. Less than Sanad ever chose was written by somebody else. More memory, or more memory times passes (about twenty
 * seconds), would stop the computer before any passphrase was tried: nothing here is authenticated until one was.
 */
const LEAST = { memoryKib: 65_536, passes: 3 }
const MOST = { memoryKib: 1 << 20, work: 4 << 20, lanes: 4 }

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const unhex = (digits: string | undefined): Uint8Array => Buffer.from(digits ?? '', 'hex')
const sumOf = (lines: string): string => createHash('sha256').update(lines, 'latin1').digest('hex')

/** What the wrapped key is bound to: the lines above it. */
export const boundLines = ({ memoryKib, passes, lanes, salt }: Derivation): string =>
  `Sanad archive key 1\nargon2id ${memoryKib} ${passes} ${lanes} ${hex(salt)}\n`

export function writeKeyFile({ derivation, wrapped }: KeyFile): Buffer {
  const lines = `${boundLines(derivation)}aes-256-gcm ${hex(wrapped.nonce)} ${hex(wrapped.key)} ${hex(wrapped.tag)}\n`
  return Buffer.from(`${lines}sha256 ${sumOf(lines)}\n`, 'latin1')
}

/** Undefined for bytes that are not, to the last of them, what `writeKeyFile` wrote. */
export function readKeyFile(bytes: Uint8Array): KeyFile | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  const found = FORM.exec(text)
  if (!found) return undefined
  const [, memory, passes, lanes, salt, nonce, key, tag, sum] = found
  if (sumOf(text.slice(0, text.lastIndexOf('sha256 '))) !== sum) return undefined
  const derivation = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes), salt: unhex(salt) }
  if (!isBearable(derivation)) return undefined
  return { derivation, wrapped: { nonce: unhex(nonce), key: unhex(key), tag: unhex(tag) } }
}

function isBearable({ memoryKib, passes, lanes }: Derivation): boolean {
  const isEnough = memoryKib >= LEAST.memoryKib && passes >= LEAST.passes
  return isEnough && memoryKib <= MOST.memoryKib && memoryKib * passes <= MOST.work && lanes <= MOST.lanes
}
