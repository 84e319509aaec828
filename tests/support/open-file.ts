import { closeSync, openSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { OpenFile } from '#engine/extract/read-file'
import { temporaryFolder } from '#tests/support/temporary'

/** A file opened for reading, closed when the test ends. */
export function openFile(path: string): OpenFile {
  const descriptor = openSync(path, 'r')
  onTestFinished(() => closeSync(descriptor))
  return { descriptor, size: statSync(path).size }
}

/** A file of these bytes, opened for reading; it is closed and removed when the test ends. */
export function openFileOf(content: Uint8Array | string): OpenFile {
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, content)
  return openFile(path)
}
