import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { adoptOriginals } from '#engine/integrity/adopt-originals'
import { Work } from '#engine/integrity/work'
import { rows } from '#engine/store/statement'
import { newEncryptedArchive } from '#tests/support/encrypted-archive'
import { testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

test('a sealed original that is taken up again is dated by that, and not by the time that all sealed files bear', async () => {
  const { archive } = newEncryptedArchive()
  const path = join(temporaryFolder(), 'lost.txt')
  writeFileSync(path, 'What was lost from the database.')
  const taken = await archive.originals.take(
    path,
    () => false,
    () => Promise.resolve()
  )
  await taken.keep?.()
  const pool = await testPool()
  expect(await adoptOriginals(archive, pool, new Work())).toBe(1)
  await pool.close()
  const [found] = rows<{ bytes: number; modifiedAt: number }>(
    archive.db,
    `SELECT original.size_bytes AS bytes, sighting.modified_at AS modifiedAt FROM sighting JOIN document ON document.id = sighting.document_id
     JOIN original ON original.id = document.original_id`
  )
  expect(found?.bytes).toBe(32)
  expect(found?.modifiedAt).toBeGreaterThan(Date.UTC(2020, 0, 1))
})
