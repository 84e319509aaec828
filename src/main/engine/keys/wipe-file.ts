import { closeSync, constants, existsSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'

const ZEROS = Buffer.alloc(1 << 20)
const WRITE = constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Overwrites a file with zeros, flushes that, and removes the file; nothing where there is none. That is as far as a program reaches: a
 * solid-state disk, a file system that writes elsewhere (btrfs, APFS, ZFS), its snapshots and backups may still have what it held.
 */
export function wipeFile(path: string): void {
  if (!existsSync(path)) return
  const descriptor = openSync(path, WRITE)
  try {
    const { size, nlink } = fstatSync(descriptor)
    // Another name for the same content is somebody else's file.
    for (let at = 0; at < size && nlink === 1; ) at += writeSync(descriptor, ZEROS, 0, Math.min(ZEROS.length, size - at), at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  rmSync(path, { force: true })
}
