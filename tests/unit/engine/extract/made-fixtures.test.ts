import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { ARCHIVE_FIXTURES } from '#tests/support/archive-fixtures'
import { OFFICE_FIXTURES } from '#tests/support/office-fixtures'

const root = join(import.meta.dirname, '../../../fixtures')

// Packed bytes differ from one zlib to the next: sizes are compared, not bytes. To make one anew, delete it and run this test with `UPDATE_FIXTURES=1`.
it.each([...ARCHIVE_FIXTURES, ...OFFICE_FIXTURES])('$path is what its builder makes', ({ path, make }) => {
  const file = join(root, path)
  const bytes = make()
  if (process.env.UPDATE_FIXTURES && !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  expect(Math.abs(statSync(file).size - bytes.length)).toBeLessThan(512)
  expect(bytes.length).toBeLessThan(40 * 1024)
})
