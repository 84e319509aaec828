import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demandOwnFiles } from '#engine/integrity/demand-own-files'
import { createArchive, openArchive } from '#engine/open'
import { temporaryFolder } from '#tests/support/temporary'

function newArchive(): string {
  const directory = join(temporaryFolder(), 'A.sanad')
  createArchive(directory).close()
  return directory
}

test('a database that is a second name of the lock is refused with a sentence', () => {
  const directory = newArchive()
  rmSync(join(directory, 'archive.db'))
  linkSync(join(directory, 'archive.lock'), join(directory, 'archive.db'))
  expect(() => openArchive(directory)).toThrow(
    expect.objectContaining({
      code: 'archive-leads-elsewhere',
      message: expect.stringMatching(/^archive\.db is a second name of archive\.lock\./)
    })
  )
})

test('a copy made of hard links is an archive like any other', () => {
  const directory = newArchive()
  const copy = temporaryFolder()
  for (const name of ['archive.db', 'archive.lock']) linkSync(join(directory, name), join(copy, name))
  writeFileSync(join(copy, 'notes.txt'), 'mine')
  expect(() => demandOwnFiles(copy)).not.toThrow()
})
