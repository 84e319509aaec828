/** Threat 9: a file that is larger than what reads it. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { value } from '#engine/store/statement'
import { GIB, importHostile } from '#tests/support/hostile/import-hostile'
import { writeSparseFile } from '#tests/support/hostile-files'

test('threat 09: a file of five gigabytes is kept and listed, and the next one is read', { timeout: 300_000 }, async ({
  skip
}) => {
  let isSparse = true
  const { archive, codes, holding, peakBytes } = await importHostile({}, (source) => {
    const file = join(source, 'archive.txt')
    writeSparseFile(file, 5 * GIB)
    // A file system that knows no holes would really take the room.
    isSparse = statSync(file).blocks * 512 < GIB
    if (!isSparse) writeSparseFile(file, 1)
  })
  if (!isSparse) return skip()
  expect(['too-large', 'not-readable-yet']).toContain(codes.get('archive.txt'))
  expect(value(archive.db, 'SELECT max(size_bytes) FROM original')).toBe(5 * GIB)
  expect(holding('kingfisher')).toEqual(['zz good.txt'])
  if (process.platform === 'linux') expect(peakBytes).toBeLessThan(GIB)
})
