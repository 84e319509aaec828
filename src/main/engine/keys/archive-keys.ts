/**
 * What opens an encrypted archive: keys of 32 bytes, each for one purpose, made from the archive's data key and never stored.
 * They are handed to the engine's threads, and are worthless once `forgetKeys` has run.
 */
export type ArchiveKeys = Readonly<{
  /** Of `archive.db` and every copy of it. */
  database: Uint8Array
  /** From it come the keys of all sealed files. */
  originals: Uint8Array
  /** Names of originals: a known document can not be looked for by its SHA-256. */
  names: Uint8Array
}>

/** Overwrites the keys in this thread's memory. Copies that the system, a driver or another thread made are theirs to end. */
export function forgetKeys(keys: ArchiveKeys): void {
  for (const key of Object.values(keys)) key.fill(0)
}
