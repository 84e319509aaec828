import { expect, test } from 'vitest'
import { nameInQuery } from '#renderer/features/names/name-in-query.ts'
import { namesOfList } from '#renderer/features/names/names-of-list.ts'
import { spellingsByScript } from '#renderer/features/names/spellings-by-script.ts'

test('a pasted list gives each name once, without bullets, numbers and lines that hold no name', () => {
  const { names, isCut } = namesOfList('- Rana Orsal\r\n2. عمید نهرینی\n۳- مریم دروانی\n\n؟!\nRANA  ORSAL\n* Nehrin')
  expect(names).toEqual(['Rana Orsal', 'عمید نهرینی', 'مریم دروانی', 'Nehrin'])
  expect(isCut).toBe(false)
})

test('a list longer than a thousand names says that it was cut', () => {
  const { names, isCut } = namesOfList(Array.from({ length: 1200 }, (_, i) => `Name ${i}`).join('\n'))
  expect([names.length, isCut]).toEqual([1000, true])
})

test('the name in a query is its words, or the name it asks for', () => {
  expect(nameInQuery('"Rana Orsal" after:2019 -press')).toBe('Rana Orsal')
  expect(nameInQuery('name:"Rana Orsal" lang:fa')).toBe('Rana Orsal')
  expect(nameInQuery('tag:letters')).toBe('')
  expect(nameInQuery('خاوران OR khavaran~')).toBe('خاوران khavaran')
})

test('spellings stand by script, in their order', () => {
  const groups = spellingsByScript(['خاوران', 'khavaran', 'хаваран', 'xavaran', '1988'].map((key) => ({ key })))
  expect(groups.map(({ script, spellings }) => [script, spellings.map(({ key }) => key)])).toEqual([
    ['latin', ['khavaran', 'xavaran']],
    ['arabic', ['خاوران']],
    ['cyrillic', ['хаваран']],
    ['other', ['1988']]
  ])
})
