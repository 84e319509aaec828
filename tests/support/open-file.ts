import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { OpenFile } from '#engine/extract/read-file'
import { openStored } from '#engine/sealed/open-stored'
import { plainFile } from '#engine/sealed/stored-file'
import { temporaryFolder } from '#tests/support/temporary'

/** A file opened for reading, closed when the test ends. */
export function openFile(path: string): OpenFile {
  const { sizeBytes, read, close } = openStored(plainFile(path))
  onTestFinished(close)
  return { size: sizeBytes, read }
}

/** A file of these bytes, opened for reading; it is closed and removed when the test ends. */
export function openFileOf(content: Uint8Array | string): OpenFile {
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, content)
  return openFile(path)
}
