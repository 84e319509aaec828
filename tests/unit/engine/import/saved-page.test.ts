import { expect, test } from 'vitest'
import { pairPages } from '#engine/import/saved-page'

test('a page is paired with the folder its browser made, in the browser’s language', () => {
  const files = ['letter.html', 'Bericht.htm', 'نامه.html', 'alone.html', 'letter.txt']
  const folders = ['letter_files', 'Bericht-Dateien', 'نامه_files', 'other_files']
  expect(Object.fromEntries(pairPages(files, folders))).toEqual({
    'letter.html': 'letter_files',
    'Bericht.htm': 'Bericht-Dateien',
    'نامه.html': 'نامه_files'
  })
})

test('one folder belongs to one page', () => {
  expect(pairPages(['a.htm', 'a.html'], ['a_files']).size).toBe(1)
})
