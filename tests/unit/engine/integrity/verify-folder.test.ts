import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { summariseLog } from '#engine/custody/summarise-log'
import { verifyFolder } from '#engine/integrity/verify-folder'
import { Work } from '#engine/integrity/work'
import { openArchive } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import { fingerprintOf } from '#shared/model/custody'
import type { DocumentId } from '#shared/model/ids'
import { filledCopy, placeOf } from '#tests/support/filled-archive'
import { temporaryFolder } from '#tests/support/temporary'

const verify = (directory: string) =>
  verifyFolder(placeOf(directory), { isThorough: false, work: new Work(), onProgress: () => undefined })

const code = (expected: string) => expect.objectContaining({ name: 'SanadError', code: expected })

describe('verifying a folder', () => {
  test('leaves a whole archive as it is', async () => {
    const directory = await filledCopy()
    const before = readdirSync(directory).sort()
    expect(await verify(directory)).toMatchObject({ checked: 18, ok: 18, originals: [], extra: [], database: 'ok', log: 'ok' })
    expect(readdirSync(directory).sort()).toEqual(before)
  })

  test.each([
    ['missing', (file: string) => rmSync(file), 'no archive.db'],
    ['empty', (file: string) => truncateSync(file, 0), 'empty'],
    ['shorter than a page', (file: string) => truncateSync(file, 90), 'damaged'],
    ['something else', (file: string) => writeFileSync(file, 'x'.repeat(20_000)), 'can not be read'],
    ['cut in half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2)), 'damaged']
  ])('says so when its database is %s, and still reads the originals', async (_name, damage, expected) => {
    const directory = await filledCopy()
    damage(join(directory, 'archive.db'))
    const outcome = await verify(directory)
    expect(outcome.database).toContain(expected)
    expect(outcome).toMatchObject({ checked: 18, ok: 18 })
  })

  test('does not see by itself that an older database was put back, and sees it by what was noted of the log', async () => {
    const directory = await filledCopy()
    const file = join(directory, 'archive.db')
    const older = readFileSync(file)
    const archive = openArchive(directory)
    tagDocuments(archive.db, 'witness', [1 as DocumentId])
    const { head } = summariseLog(archive.db)
    archive.close()
    const noted = head === null ? [] : [{ seq: head.seq, hash: fingerprintOf(head.hash).replaceAll(' ', '') }]
    const options = { isThorough: false, noted, work: new Work(), onProgress: () => undefined }
    expect(await verifyFolder(placeOf(directory), options)).toMatchObject({ database: 'ok', log: 'ok' })
    writeFileSync(file, older)
    expect(await verify(directory)).toMatchObject({ database: 'ok', log: 'ok' })
    expect((await verifyFolder(placeOf(directory), options)).log).toContain(`had got to entry ${head?.seq}`)
  })

  test('refuses what a newer program wrote, and changes nothing', async () => {
    const directory = await filledCopy()
    const db = new Database(join(directory, 'archive.db'))
    db.pragma('user_version = 99')
    db.close()
    await expect(verify(directory)).rejects.toEqual(code('archive-from-newer-version'))
  })

  test('says where there is nothing to verify', async () => {
    await expect(verify(join(temporaryFolder(), 'nowhere'))).rejects.toEqual(code('archive-not-found'))
    await expect(verify(temporaryFolder())).rejects.toEqual(code('archive-not-an-archive'))
  })
})
