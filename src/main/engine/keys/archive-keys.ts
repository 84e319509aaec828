/**
 * What opens an encrypted archive: keys of 32 bytes, each for one purpose, made from the archive's data key and never stored.
 * They lie in memory that threads share: handed on they are not copied, and `forgetKeys` in one thread takes them from all.
 */
export type ArchiveKeys = Readonly<{
  /** Of `archive.db` and every copy of it. */
  database: Uint8Array
  /** From it come the keys of all sealed files. */
  originals: Uint8Array
  /** Names of originals: a known document can not be looked for by its SHA-256. */
  names: Uint8Array
}>

/**
 * Overwrites the keys, for all threads that have them: call it only when none that writes is left, or it would name and seal originals with zeros.
 * What the system, SQLite and the library of ciphers made of them is theirs to end.
 */
export function forgetKeys(keys: ArchiveKeys): void {
  for (const key of Object.values(keys)) key.fill(0)
}
