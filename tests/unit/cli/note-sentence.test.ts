import { expect, test } from 'vitest'
import { noteSentence } from '#cli/note-sentence'
import { NOTE_CODES } from '#shared/model/search'

test.each(NOTE_CODES)('%s is said in a sentence that names its part of the query', (code) => {
  const sentence = noteSentence({ code, text: 'kh*ran', limit: 200 })
  expect(sentence).toContain('kh*ran')
  expect(sentence).toMatch(/\.$/)
})
