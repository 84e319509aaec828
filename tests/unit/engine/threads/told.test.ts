import { expect, test } from 'vitest'
import { toldOf } from '#engine/threads/told'

test('tells the window of changed name cards, and leaves out what only the reading thread needs', () => {
  expect(toldOf({ documents: true, tags: false, folders: false, names: true, titles: true })).toEqual({
    documents: true,
    tags: false,
    folders: false,
    names: true
  })
})
