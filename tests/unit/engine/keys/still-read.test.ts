/** A passphrase set or removed while a verification has not let go of the database yet: refused, and nothing of the log is lost. */
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { removePassphrase, setPassphrase, type unlock } from '#engine/keys/passphrase-changes'
import { openArchive, openReader } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import type { DocumentId } from '#shared/model/ids'
import { contentsOf } from '#tests/support/archive-contents'
import { filledCopy } from '#tests/support/filled-archive'

const PASSPHRASE = 'seven stones'
const nothing = () => undefined

test('with a reader in the middle of a transaction it is refused; once that has ended it is done, with what was written last', async () => {
  const directory = await filledCopy()
  const tagged = (name: string, keys: Awaited<ReturnType<typeof unlock>> | null): unknown => {
    const archive = openArchive(directory, { keys })
    const reader = openReader(directory)
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM document').get()
    tagDocuments(archive.db, name, [3 as DocumentId])
    const contents = contentsOf(archive.db)
    archive.close()
    expect(statSync(`${directory}/archive.db-wal`).size).toBeGreaterThan(0)
    return { contents, end: () => reader.close() }
  }
  const first = tagged('written last', null) as { contents: unknown; end: () => void }
  await expect(setPassphrase(directory, PASSPHRASE, nothing)).rejects.toMatchObject({ code: 'archive-in-use' })
  first.end()
  const keys = await setPassphrase(directory, PASSPHRASE, nothing)
  let archive = openArchive(directory, { keys })
  expect(contentsOf(archive.db)).toEqual(first.contents)
  archive.close()

  const second = tagged('written later', keys) as { contents: unknown; end: () => void }
  await expect(removePassphrase(directory, PASSPHRASE, nothing)).rejects.toMatchObject({ code: 'passphrase-unfinished' })
  second.end()
  await removePassphrase(directory, PASSPHRASE, nothing)
  archive = openArchive(directory)
  expect(contentsOf(archive.db)).toEqual(second.contents)
  archive.close()
})
