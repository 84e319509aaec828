/**
 * How a file of the archive is named to whoever reads it: where it lies, and the key it is sealed with (32 bytes, for this one file;
 * null: it lies as it came). `openStored` and `streamStored` read either.
 */
export type StoredFile = Readonly<{ path: string; key: Uint8Array | null }>

/** A file that is not sealed. */
export const plainFile = (path: string): StoredFile => ({ path, key: null })
