import { expect, test } from 'vitest'
import { authorNames } from '#engine/search/facets/author-names'

test.each([
  ['Jane Doe', ['Jane Doe']],
  ['Jane Doe; Ali Darvan', ['Jane Doe', 'Ali Darvan']],
  ['Doe, Jane', ['Doe, Jane']],
  ['Doe, Jane; Darvan, Ali', ['Doe, Jane', 'Darvan, Ali']],
  ['Jane Doe, Ali Darvan', ['Jane Doe', 'Ali Darvan']],
  ['سارا دروان، علی نهرین', ['سارا دروان', 'علی نهرین']],
  ['青木修、杨博远', ['青木修', '杨博远']],
  ['Jane Doe;; Jane Doe', ['Jane Doe']],
  [' ; ,', [',']],
  ['', []]
])('%s', (line, names) => {
  expect(authorNames(line)).toEqual(names)
})
