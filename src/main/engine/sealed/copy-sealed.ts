import { closeSync, fsyncSync, openSync } from 'node:fs'
import { openStored } from '#engine/sealed/open-stored'
import type { SealGroup } from '#engine/sealed/sealed-format'
import { SealedWriter } from '#engine/sealed/sealed-writer'
import { plainFile } from '#engine/sealed/stored-file'

const PIECE_BYTES = 1 << 20

/** Seals the content of a plain file into a new file, and flushes it. What `target` held before is replaced. */
export function copySealed(path: string, target: string, group: SealGroup): void {
  const source = openStored(plainFile(path))
  const descriptor = openSync(target, 'w', 0o600)
  try {
    const writer = new SealedWriter(descriptor, group)
    for (let at = 0; at < source.sizeBytes; at += PIECE_BYTES) writer.write(source.read(at, PIECE_BYTES))
    writer.finish()
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
    source.close()
  }
}
