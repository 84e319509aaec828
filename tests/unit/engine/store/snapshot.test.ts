import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForReading, snapshot } from '#engine/store/connection'
import { value } from '#engine/store/statement'
import { addDocuments, newArchive } from '#tests/support/archive'

test('what is read in a snapshot is of one moment, also while documents are written', () => {
  const archive = newArchive()
  addDocuments(archive, [{ title: 'Letter', text: 'The first letter.' }])
  const reading = openForReading(join(archive.directory, 'archive.db'))
  const count = (): number | undefined => value<number>(reading, "SELECT count(*) FROM fts WHERE fts MATCH 'letter'")
  try {
    const seen = snapshot(reading, () => {
      const before = count()
      addDocuments(archive, [{ title: 'Answer', text: 'The second letter.' }])
      return [before, count(), snapshot(reading, count)]
    })
    expect(seen).toEqual([1, 1, 1])
    expect(count()).toBe(2)
  } finally {
    reading.close()
  }
})
