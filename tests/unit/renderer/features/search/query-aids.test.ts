import { describe, expect, it } from 'vitest'
import { finishedQuery } from '#renderer/features/search/finished-query.ts'
import { stepStart } from '#renderer/features/search/step-start.ts'
import { switchedTerms } from '#renderer/features/search/understood/switched-terms.ts'
import { understoodPieces } from '#renderer/features/search/understood/understood-pieces.ts'
import { keyTarget } from '#renderer/ui/list-keys.ts'
import type { UnderstoodTerm } from '#shared/model/search'

describe('an unfinished query', () => {
  it('is asked for as the beginning of a word', () => {
    expect(finishedQuery({ query: 'crime lett', typing: true })).toBe('crime lett*')
    expect(finishedQuery({ query: 'نام', typing: true })).toBe('نام*')
  })

  it('is left alone when it is finished or ends in no word', () => {
    expect(finishedQuery({ query: 'lett', typing: false })).toBe('lett')
    expect(finishedQuery({ query: 'lett ', typing: true })).toBe('lett ')
    expect(finishedQuery({ query: '"mass graves"', typing: true })).toBe('"mass graves"')
    expect(finishedQuery({ query: '', typing: true })).toBe('')
  })
})

describe('how a query was understood', () => {
  const term = (text: string, also: readonly string[] = []): UnderstoodTerm => ({
    text,
    also,
    expansions: also.map((form) => ({ key: `inflection:${form}`, text: form, kind: 'inflection', isOn: true })),
    excluded: false
  })
  const pieces = (understood: string, terms: readonly UnderstoodTerm[], switched = switchedTerms(terms)): string =>
    understoodPieces({ understood, terms }, switched)
      .map((piece) => (piece.term === null ? piece.text : `[${piece.text}]`))
      .join('')

  it('is a sentence in which a word with other forms stands for them', () => {
    const letter = term('letter', ['letters'])
    expect(pieces('letter (also letters) AND prison', [letter, term('prison')])).toBe('[letter] AND prison')
    expect(pieces('title: letter* (also letters) · tag: letter', [letter])).toBe('title: [letter]* · tag: letter')
    expect(pieces('"نامه" (also نامه‌ها) OR زندان', [term('نامه', ['نامه‌ها']), term('زندان')])).toBe('"[نامه]" OR زندان')
    expect(pieces('', [])).toBe('')
  })

  it('says each word once as a switch, wherever else it stands', () => {
    const letter = term('letter', ['letters'])
    expect(pieces('letter (also letters) OR (letter (also letters) AND a)', [letter, letter, term('a')])).toBe(
      '[letter] OR (letter AND a)'
    )
  })

  it('takes no part of a longer word for it, and loses none', () => {
    expect(pieces('bletters AND letter (also l)', [term('letter', ['l'])])).toBe('bletters AND [letter]')
    expect(pieces('x', [term('x')], [term('elsewhere', ['e'])])).toBe('x[elsewhere]')
  })
})

describe('keys in the results', () => {
  it('move inside the list and stop at its ends', () => {
    expect(keyTarget('ArrowDown', -1, 10, 5)).toBe(0)
    expect(keyTarget('ArrowDown', 9, 10, 5)).toBe(9)
    expect(keyTarget('ArrowUp', -1, 10, 5)).toBe(0)
    expect(keyTarget('PageDown', 2, 10, 5)).toBe(7)
    expect(keyTarget('PageDown', 7, 10, 5)).toBe(9)
    expect(keyTarget('PageUp', 2, 10, 5)).toBe(0)
    expect(keyTarget('End', 0, 100_000, 5)).toBe(99_999)
    expect(keyTarget('Home', 50, 100, 5)).toBe(0)
  })

  it('skip no document when the one under the cursor has left the list', () => {
    expect(keyTarget('ArrowDown', stepStart(4, true, 1), 10, 5)).toBe(4)
    expect(keyTarget('ArrowUp', stepStart(4, true, -1), 10, 5)).toBe(3)
    expect(keyTarget('ArrowDown', stepStart(4, false, 1), 10, 5)).toBe(5)
  })

  it('do nothing in an empty list or when they are other keys', () => {
    expect(keyTarget('ArrowDown', -1, 0, 5)).toBeUndefined()
    expect(keyTarget('x', 3, 10, 5)).toBeUndefined()
  })
})
