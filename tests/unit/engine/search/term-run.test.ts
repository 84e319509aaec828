import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TermRun } from '#engine/search/term-run'

/** Optimal string alignment, by its definition. */
function distanceOf(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j))
  const cell = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const costs = [cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)]
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) costs.push(cell(i - 2, j - 2) + 1)
      const row = table[i]
      if (row) row[j] = Math.min(...costs)
    }
  return cell(a.length, b.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ا', 'ب'), minLength: 1, maxLength: 9 })

test('finds exactly the words within the limit, each with its distance and weight', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.integer({ min: 1, max: 3 }), (words, wanted, most) => {
      const terms = [...words].sort()
      const found: [string, number, number][] = []
      new TermRun(terms, Uint8Array.from(terms.keys())).near(wanted, most, (...near) => found.push(near))
      const expected = terms
        .map((term, i): [string, number, number] => [term, distanceOf(wanted, term), i])
        .filter(([, distance]) => distance <= most)
      expect(found).toEqual(expected)
    }),
    { numRuns: 2000 }
  )
})

test('gives back every word, longest ones and none', () => {
  const terms = ['a', 'a'.repeat(40), `${'a'.repeat(39)}b`, 'b', 'ب'.repeat(40)]
  const seen: string[] = []
  new TermRun(terms, new Uint8Array(5)).each('', (term) => seen.push(term))
  expect(seen).toEqual(terms)
  new TermRun([], new Uint8Array()).near('word', 2, () => expect.unreachable())
})

test('gives the words of a beginning, and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.oneof(word, fc.constant('')), (words, start) => {
      const terms = [...words].sort()
      const seen: string[] = []
      new TermRun(terms, new Uint8Array(terms.length)).each(start, (term) => seen.push(term))
      expect(seen).toEqual(terms.filter((term) => term.startsWith(start)))
    }),
    { numRuns: 2000 }
  )
})
