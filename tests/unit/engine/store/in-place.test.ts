import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '#engine/open'
import { createTag } from '#engine/organise/tagging'
import { listTags } from '#engine/store/tags'
import { newArchive } from '#tests/support/archive'
import { temporaryFolder } from '#tests/support/temporary'

const MOVED = expect.objectContaining({ code: 'archive-moved' })

test('in an archive whose folder is gone nothing is called saved', () => {
  const archive = newArchive()
  createTag(archive.db, 'before', undefined)
  const copy = join(temporaryFolder(), 'Copy.sanad')
  const place = archive.directory
  cpSync(place, copy, { recursive: true })
  rmSync(place, { recursive: true })
  expect(() => createTag(archive.db, 'lost', undefined)).toThrow(MOVED)
  // Another file in its place is another archive.
  cpSync(copy, place, { recursive: true })
  expect(() => createTag(archive.db, 'lost', undefined)).toThrow(MOVED)
})

test('a folder that is put back is written to again', () => {
  const archive = newArchive()
  const away = join(temporaryFolder(), 'Away.sanad')
  renameSync(archive.directory, away)
  expect(() => createTag(archive.db, 'refused', undefined)).toThrow(MOVED)
  renameSync(away, archive.directory)
  createTag(archive.db, 'kept', undefined)
  archive.close()
  const again = openArchive(archive.directory)
  expect(listTags(again.db).map(({ name }) => name)).toEqual(['kept'])
  again.close()
})
