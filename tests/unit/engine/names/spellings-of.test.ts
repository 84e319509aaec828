import { expect, test } from 'vitest'
import { createNames, turnSpelling } from '#engine/names/changing'
import { cardSpellingsOf, spellingsOf } from '#engine/names/spellings-of'
import { newArchive } from '#tests/support/archive'

test('a card is known by its label and by each spelling that is on, however it is folded', () => {
  const { db } = newArchive()
  const [card] = createNames(db, [
    {
      kind: 'place',
      label: 'Nehrin',
      spellings: ['Nehrin', 'نهرین', 'Nehrine'].map((text) => ({ text, origin: 'typed' as const }))
    }
  ])
  if (!card) throw new Error('no card')
  expect([...spellingsOf(db, 'NÉHRIN')].sort()).toEqual(['Nehrin', 'Nehrine', 'نهرین'])
  expect([...spellingsOf(db, 'نهرين')].sort()).toEqual(['Nehrin', 'Nehrine', 'نهرین'])
  turnSpelling(db, card.id, 'nehrine', false)
  expect(spellingsOf(db, 'Nehrine')).toEqual([])
  expect(cardSpellingsOf(db, 'Nehrin').map(({ nameId, key }) => [nameId, key])).toEqual([
    [card.id, 'nehrin'],
    [card.id, 'نهرین']
  ])
  expect(spellingsOf(db, 'nobody')).toEqual([])
  expect(spellingsOf(db, '؟')).toEqual([])
})
