import { expect, test } from 'vitest'
import { listStandingIn } from '#engine/store/full-text'
import { holdsPhrase } from '#engine/store/mentions'
import { addDocuments, newArchive } from '#tests/support/archive'

test('what stands in one document is asked of that document alone', () => {
  const archive = newArchive()
  const ids = addDocuments(archive, [{ text: 'Ebrahim Darani here' }, { text: 'Ibrahim Darani there' }])
  const [first, second] = ids
  if (first === undefined || second === undefined) throw new Error('two documents were added')
  expect(holdsPhrase(archive.db, first, 'ibrahim darani')).toBe(false)
  expect(holdsPhrase(archive.db, second, 'ibrahim darani')).toBe(true)
  expect(listStandingIn(archive.db, first, ['here', 'there', 'darani'])).toEqual(['here', 'darani'])
})
