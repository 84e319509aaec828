/** Threat 19: what a crash, a bad copy or a newer program may leave of an archive. It says what is wrong, changes nothing, and can be brought back. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repairArchive } from '#engine/integrity/repair'
import { takeSnapshot } from '#engine/integrity/snapshots'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openArchive, openReader } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import { SCHEMA_VERSION } from '#engine/store/migrate'
import type { DocumentId } from '#shared/model/ids'
import { contentsOf } from '#tests/support/archive-contents'
import { FORMS, type Form, filledCopy, placeOf } from '#tests/support/filled-archive'
import { testPool } from '#tests/support/import'

const DAY = '2026-11-26'
const database = (directory: string): string => join(directory, 'archive.db')

/** Every file beside the originals, by the digest of its bytes. */
const digestsOf = (directory: string): readonly string[] =>
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'archive.lock')
    .map(
      ({ name }) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(directory, name)))
          .digest('hex')}`
    )
    .sort()

const opened = (directory: string, form: Form) => openArchive(directory, { keys: placeOf(directory, form).keys })
const verified = (directory: string, form: Form) =>
  verifyFolder(placeOf(directory, form), { isThorough: false, work: new Work(), onProgress: () => undefined })

/** Opening is refused with these words, and not a byte is another afterwards. */
function expectRefused(directory: string, form: Form, code: string, message: RegExp): void {
  const before = digestsOf(directory)
  expect(() => opened(directory, form)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) as string })
  )
  expect(digestsOf(directory)).toEqual(before)
}

test('threat 19: an encrypted archive cut off anywhere is refused, and verifying says why', async () => {
  const directory = await filledCopy('encrypted')
  const whole = readFileSync(database(directory))
  for (const size of [0, 16, 100, 8192, 3 * 8192 + 77, whole.length - 8192]) {
    writeFileSync(database(directory), whole)
    truncateSync(database(directory), size)
    expectRefused(directory, 'encrypted', 'archive-damaged', size === 0 ? /is empty, and its originals are there/ : /damaged/)
    expect((await verified(directory, 'encrypted')).database).toMatch(size === 0 ? /is empty/ : /damaged/)
  }
  writeFileSync(database(directory), whole)
  opened(directory, 'encrypted').close()
})

test.each(FORMS)(
  'threat 19: the log of a database (%s) without its database is refused, and gets into no database that is put back',
  async (form) => {
    const directory = await filledCopy(form)
    const place = placeOf(directory, form)
    const reader = openReader(directory, place.keys)
    takeSnapshot(reader, place, DAY)
    const before = contentsOf(reader)
    reader.close()
    const archive = opened(directory, form)
    tagDocuments(archive.db, 'of the log alone', [6 as DocumentId])
    const log = readFileSync(`${database(directory)}-wal`)
    archive.close()
    rmSync(database(directory))
    writeFileSync(`${database(directory)}-wal`, log)

    expectRefused(directory, form, 'archive-damaged', /is gone, and its originals are there\. Nothing was changed\./)
    expect((await verified(directory, form)).database).toMatch(/no archive\.db/)
    const pool = await testPool()
    const parts = { extractor: () => pool, work: new Work(), tell: () => undefined }
    await repairArchive(place, { way: 'snapshot', day: DAY }, parts)
    const mended = opened(directory, form)
    expect(contentsOf(mended.db)).toEqual(before)
    mended.close()
    expect(await verified(directory, form)).toMatchObject({ originals: [], database: 'ok', log: 'ok' })
  }
)

test.each(FORMS)('threat 19: an archive (%s) of a newer program is refused without a byte of it being changed', async (form) => {
  const directory = await filledCopy(form)
  const archive = opened(directory, form)
  archive.db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
  archive.close()
  const before = digestsOf(directory)
  expectRefused(directory, form, 'archive-from-newer-version', /written by a newer Sanad .* open it with the newer program/)
  await expect(verified(directory, form)).rejects.toThrow(/Verify it with the newer program/)
  expect(digestsOf(directory)).toEqual(before)
})
