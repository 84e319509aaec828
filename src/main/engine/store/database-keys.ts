/**
 * Keys of the databases of encrypted archives, by the archive's folder. Whatever database this thread opens or makes in such a folder is
 * opened and made with its key, so that no part of the program can leave a plain copy there by forgetting it.
 */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const keys = new Map<string, Uint8Array>()

/** From now on databases in this folder, and in folders inside it, are opened with this key (32 bytes). */
export function setDatabaseKey(directory: string, key: Uint8Array | null): void {
  if (key) keys.set(resolve(directory), key)
  else keys.delete(resolve(directory))
}

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1')

/** What a database file is, by how it begins: `sealed` for anything that is no plain database of SQLite. Throws errors of the file system. */
export function databaseForm(file: string): 'empty' | 'plain' | 'sealed' {
  const descriptor = openSync(file, 'r')
  try {
    const head = Buffer.alloc(PLAIN_HEADER.length)
    const read = readSync(descriptor, head, 0, head.length, 0)
    return read === 0 ? 'empty' : head.equals(PLAIN_HEADER) ? 'plain' : 'sealed'
  } finally {
    closeSync(descriptor)
  }
}

/**
 * The key that this file is to be opened with; null where this thread has no key of its archive. In an encrypted archive that is its key, also
 * for a file that is plain, which then does not open: whoever can write in the folder without the key could have put it there.
 */
export function databaseKeyOf(file: string): Uint8Array | null {
  let folder = dirname(resolve(file))
  for (let above = dirname(folder); !keys.has(folder); above = dirname(folder)) {
    if (above === folder) return null
    folder = above
  }
  return keys.get(folder) ?? null
}

/** Whether a database is plain in an archive that is open with a key: nobody knows who made it, and nothing may be taken from it. */
export const isPlanted = (file: string): boolean =>
  databaseKeyOf(file) !== null && existsSync(file) && databaseForm(file) === 'plain'

/**
 * A key as the cipher takes it, `raw:` and hexadecimal digits: as bytes, which can be overwritten, and never as a string. Whoever asked for
 * them overwrites them.
 */
export function rawKey(key: Uint8Array): Buffer {
  const digits = Buffer.from('0123456789abcdef', 'latin1')
  const raw = Buffer.alloc(4 + 2 * key.length)
  raw.write('raw:', 'latin1')
  for (const [at, byte] of key.entries()) {
    raw[4 + 2 * at] = digits[byte >> 4] ?? 0
    raw[5 + 2 * at] = digits[byte & 15] ?? 0
  }
  return raw
}
