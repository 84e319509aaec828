import { expect, test } from 'vitest'
import { BatchWriter } from '#engine/import/batch-writer'
import { Tally } from '#engine/import/counts'
import { findFact, setFact } from '#engine/store/archive-facts'
import { newArchive } from '#tests/support/archive'

function writerOn(archive: ReturnType<typeof newArchive>) {
  const tally = new Tally()
  let commits = 0
  const writer = new BatchWriter(
    archive.db,
    tally,
    () => undefined,
    () => {
      commits += 1
    }
  )
  return { writer, tally, commits: () => commits }
}

test('many writes share a commit', async () => {
  const archive = newArchive()
  const { writer, commits } = writerOn(archive)
  const writes = Array.from({ length: 10 }, (_, i) => writer.write(1, () => setFact(archive.db, `fact ${i}`, 'x')))
  expect(findFact(archive.db, 'fact 0')).toBeUndefined()
  writer.flush()
  await Promise.all(writes)
  expect(findFact(archive.db, 'fact 9')).toBe('x')
  expect(commits()).toBe(1)
})

test('a write at fault fails alone, and what it counted is taken back', async () => {
  const archive = newArchive()
  const { writer, tally } = writerOn(archive)
  const good = writer.write(1, () => {
    setFact(archive.db, 'good', 'x')
    tally.add('documents', 5)
  })
  const bad = writer.write(1, () => {
    setFact(archive.db, 'bad', 'x')
    tally.add('documents', 7)
    throw new Error('at fault')
  })
  writer.flush()
  await good
  await expect(bad).rejects.toThrow('at fault')
  expect(findFact(archive.db, 'good')).toBe('x')
  expect(findFact(archive.db, 'bad')).toBeUndefined()
  expect(tally.counts()).toMatchObject({ files: 1, documents: 1, bytes: 5 })
})

test('a waiting write is committed without being asked for', async () => {
  const archive = newArchive()
  const { writer } = writerOn(archive)
  await writer.write(1, () => setFact(archive.db, 'alone', 'x'))
  expect(findFact(archive.db, 'alone')).toBe('x')
})
