/**
 * The query language: no text makes the parser, the search or what helps with asking fail; and what is found is exactly what a plain
 * reading of the documents finds, for queries of words, phrases, brackets, AND, OR, NOT and beginnings.
 */
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Archive } from '#engine/open'
import { findHits } from '#engine/reading/hits'
import { listMatchingIds } from '#engine/search/matching-ids'
import { otherSpellings } from '#engine/search/other-spellings'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { parseWithNotes } from '#shared/text/parse-query'
import { addDocuments, newArchive } from '#tests/support/archive'
import { checkProperty } from '#tests/support/fuzz/cases'

const TIME = { timeout: 3_600_000 }
const FILTER = v.parse(searchFilterSchema, {})
const WORDS = ['xan', 'yor', 'zim', 'quv', 'wob', 'jix']

/** A small archive of invented words without inflections, so that what a word means is the word. */
function library(): { archive: Archive; texts: readonly string[][] } {
  const archive = newArchive()
  const texts = fc.sample(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }), { numRuns: 40, seed: 11 })
  addDocuments(
    archive,
    texts.map((words, at) => ({ title: null, text: words.join(' '), path: `/source/${at}.txt`, language: 'en' }))
  )
  return { archive, texts }
}

const request = (query: string, typing = false) => v.parse(searchRequestSchema, { query, filter: {}, typing, limit: 50 })

const PIECES = [
  ...WORDS,
  'AND',
  'OR',
  'NOT',
  'NEAR/2',
  '|',
  '-',
  '(',
  ')',
  '"',
  '“',
  '*',
  '?',
  '~',
  '~1',
  ':',
  'title:',
  'tag:',
  'has:',
  'is:',
  'size:>1kb',
  'pages:1..2',
  'date:',
  '1988..',
  'folder:',
  'path:*.txt',
  'name:',
  '/x.n/',
  'title:/(a+)+$/',
  '{',
  '^',
  '+',
  "'",
  ';',
  '--',
  '\0',
  '\ud800',
  '\u202e',
  '\u200c',
  '%',
  '\\',
  'خاوران',
  '人权',
  '자',
  "l'a",
  '😀',
  'x'.repeat(300)
]
const anything = fc.oneof(
  fc.array(fc.constantFrom(...PIECES, ' ', ' '), { maxLength: 20 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 })
)

test('no text makes it fail', TIME, async () => {
  const { db } = library().archive
  await checkProperty(
    'query language',
    fc.property(anything, fc.boolean(), (query, typing) => {
      parseWithNotes(query, { typing })
      const { total, hits } = runSearch(db, new TextCache(), request(query, typing))
      expect(listMatchingIds(db, { query, typing, expansions: {} }, FILTER)).toHaveLength(total)
      expect(hits).toHaveLength(Math.min(total, 50))
      for (const { id } of hits.slice(0, 2)) findHits(db, new TextCache(), { id, query, typing, expansions: {} })
      if (total === 0) otherSpellings(db, query, FILTER, {})
    })
  )
})

type Plain = Readonly<{ query: string; holds: (words: readonly string[]) => boolean }>

const word = fc.constantFrom(...WORDS).map((one): Plain => ({ query: one, holds: (words) => words.includes(one) }))
const beginning = fc
  .constantFrom(...WORDS)
  .map(
    (one): Plain => ({ query: `${one.slice(0, 2)}*`, holds: (words) => words.some((other) => other.startsWith(one.slice(0, 2))) })
  )
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 3 }).map(
  (parts): Plain => ({
    query: `"${parts.join(' ')}"`,
    holds: (words) => words.some((_, at) => parts.every((part, offset) => words[at + offset] === part))
  })
)
const { query: plain } = fc.letrec<{ query: Plain; leaf: Plain }>((tie) => ({
  leaf: fc.oneof(word, beginning, phrase),
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(tie('query'), tie('query'))
      .map(([a, b]): Plain => ({ query: `(${a.query}) (${b.query})`, holds: (words) => a.holds(words) && b.holds(words) })),
    fc
      .tuple(tie('query'), tie('query'))
      .map(([a, b]): Plain => ({ query: `(${a.query}) AND (${b.query})`, holds: (words) => a.holds(words) && b.holds(words) })),
    fc
      .tuple(tie('query'), tie('query'))
      .map(([a, b]): Plain => ({ query: `(${a.query}) OR (${b.query})`, holds: (words) => a.holds(words) || b.holds(words) })),
    fc
      .tuple(tie('leaf'), tie('query'))
      .map(([a, b]): Plain => ({ query: `${a.query} -(${b.query})`, holds: (words) => a.holds(words) && !b.holds(words) }))
  )
}))

test('what is found is what a plain reading finds', TIME, async () => {
  const { archive, texts } = library()
  await checkProperty(
    'queries against a plain reading',
    fc.property(plain, ({ query, holds }) => {
      const { notes } = parseWithNotes(query, { typing: false })
      // What is beyond the limits is left out, and said.
      fc.pre(notes.length === 0)
      const { total, hits, notes: more } = runSearch(archive.db, new TextCache(), request(query))
      fc.pre(more.length === 0)
      const wanted = texts.flatMap((words, at) => (holds(words) ? [at] : []))
      expect(
        hits.map(({ path }) => Number(/(\d+)\.txt$/.exec(path)?.[1])).sort((a, b) => a - b),
        query
      ).toEqual(wanted)
      expect(total).toBe(wanted.length)
    })
  )
})
