import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { createNames } from '#engine/names/changing'
import type { Archive } from '#engine/open'
import { findHits } from '#engine/reading/hits'
import { listMatchingIds } from '#engine/search/matching-ids'
import { readQuery } from '#engine/search/read-query'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { readText } from '#engine/store/texts'
import { searchFilterSchema, searchRequestSchema } from '#shared/model/search'
import { buildMatcher, findMatches } from '#shared/text/matcher'
import { parseWithNotes } from '#shared/text/parse-query'
import type { QueryNode } from '#shared/text/query-node'
import { nearPhrases, type Phrase, phrasesOf } from '#shared/text/query-phrases'
import { tokenize } from '#shared/text/tokenize'
import { addDocuments, newArchive } from '#tests/support/archive'

const WORDS = [
  'prison',
  'prisons',
  'letter',
  'letters',
  'khavaran',
  'khawaran',
  'خاوران',
  'نامه',
  '人权',
  '자유',
  '부자유',
  '자',
  'rights',
  'human',
  'x'
]

/** What people type, and what people type who want to break things. */
const PIECES = [
  ...WORDS,
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR/3',
    'near/2',
    '|',
    '-',
    '+',
    '^',
    '{',
    '}',
    ':',
    '(',
    ')',
    '"',
    '“',
    '*',
    '?',
    '~',
    '~1',
    '"~4'
  ],
  ...[
    'title:',
    'author:',
    'from:',
    'name:',
    'path:',
    'file:',
    'has:',
    'has:note',
    'is:',
    'is:copy',
    'size:',
    'size:>1kb',
    'pages:1..2'
  ],
  ...[
    'tag:',
    'lang:fa',
    'type:pdf',
    'folder:',
    'date:',
    'before:',
    '1988..',
    '۱۳۶۷',
    'title:(',
    'عنوان:',
    '/',
    '/k.*n/',
    'title:/(a+)+$/'
  ],
  ...[
    '{title body}:x',
    'fts MATCH',
    "'; DROP TABLE document; --",
    'NEAR(a b, 3)',
    'rank',
    '\u0000',
    '\ud800',
    '\u202b',
    '\u200c',
    '%',
    '_'
  ],
  ...['k*n', '*an', '?etter', 'خ*ن', '**', '\\', '[', '¬', "l'etat"]
]
const query = fc.oneof(
  fc.array(fc.constantFrom(...PIECES, ' ', ' ', ' '), { maxLength: 16 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 })
)

function library(): Archive {
  const archive = newArchive()
  const random = fc.sample(fc.array(fc.constantFrom(...WORDS, 'the', 'of', '.', '\n\n'), { minLength: 5, maxLength: 60 }), {
    numRuns: 30,
    seed: 7
  })
  addDocuments(
    archive,
    random.map((words, index) => ({
      title: `${words[0]} ${words[1]} ${index}`,
      author: index % 3 === 0 ? 'Roya Nehrin' : null,
      date: index % 4 === 0 ? null : `19${80 + (index % 10)}-0${1 + (index % 9)}`,
      text: words.join(' '),
      rest: index % 5 === 0 ? 'prison khavaran menu' : ''
    }))
  )
  createNames(archive.db, [
    {
      kind: 'place',
      label: 'Khavaran',
      spellings: [
        { text: 'khavaran', origin: 'typed' },
        { text: 'خاوران', origin: 'rule' },
        { text: 'human rights', origin: 'typed' }
      ]
    }
  ])
  return archive
}

const request = (typed: string, typing: boolean, expansions: Record<string, boolean> = {}) =>
  v.parse(searchRequestSchema, { query: typed, filter: {}, typing, expansions, limit: 30 })

/** Every phrase the query looks for in the text. */
function phrasesIn(node: QueryNode, also: Parameters<typeof phrasesOf>[1]): readonly Phrase[] {
  if (node.kind === 'and' || node.kind === 'or') return node.children.flatMap((child) => phrasesIn(child, also))
  if (node.kind === 'near') return nearPhrases(node, also).operands.flat()
  return ['words', 'fuzzy', 'wildcard', 'name'].includes(node.kind)
    ? phrasesOf(node as Parameters<typeof phrasesOf>[0], also)
    : []
}

const holds = (terms: readonly string[], { terms: wanted, prefix }: Phrase): boolean =>
  terms.length === wanted.length &&
  terms.every((term, at) => term === wanted[at] || (prefix && at === wanted.length - 1 && term.startsWith(wanted[at] ?? '')))

describe('no string', () => {
  const archive = library
  test('makes the parser or the engine throw, whichever way it is asked', { timeout: 120_000 }, () => {
    const { db } = archive()
    const filter = v.parse(searchFilterSchema, {})
    fc.assert(
      fc.property(query, fc.boolean(), (typed, typing) => {
        parseWithNotes(typed, { typing })
        const { total, hits, terms } = runSearch(db, new TextCache(), request(typed, typing))
        const asked = { query: typed, typing, expansions: {} }
        expect(listMatchingIds(db, asked, filter)).toHaveLength(total)
        expect(hits).toHaveLength(Math.min(total, 30))
        const off = Object.fromEntries(terms.flatMap((term) => term.expansions).map(({ key, isOn }) => [key, !isOn]))
        const switched = runSearch(db, new TextCache(), request(typed, typing, off))
        for (const { id } of [...hits.slice(0, 3), ...switched.hits.slice(0, 3)]) findHits(db, new TextCache(), { ...asked, id })
      }),
      { numRuns: 600, seed: 1988 }
    )
  })
})

/** Queries as long and as wide as they can be. */
const EXTREMES = [
  'p*g '.repeat(8),
  Array(16).fill('praaing~').join(' NEAR/9 '),
  Array(8).fill('p*g').join(' NEAR/1000 '),
  `(${Array(32).fill('praaing~').join(' OR ')})`,
  `-${Array(32).fill('praaing~').join(' -')}`,
  `title:(${'p*g '.repeat(10)})`,
  'the NEAR/1000 the',
  '"the of" NEAR/1000 the',
  `"${'the '.repeat(60)}"~1000`,
  'x'.repeat(10_000),
  'x*'.repeat(5000),
  'x~'.repeat(5000),
  `/${'a?'.repeat(200)}${'a'.repeat(50)}/`,
  '('.repeat(10_000),
  'title:('.repeat(1400),
  '-'.repeat(10_000),
  `name:"${'x '.repeat(4000)}`,
  `date:${'summer '.repeat(1400)}`,
  `path:${'*a'.repeat(4900)}`,
  `from:${'x'.repeat(9000)}`,
  '1988..'.repeat(1500),
  'tag:x '.repeat(1600)
]

test('the longest and widest queries are answered', { timeout: 120_000 }, () => {
  const archive = newArchive()
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const words = letters.flatMap((first) => letters.map((second) => `pr${first}${second}ing`))
  addDocuments(archive, [
    { title: 'One', text: words.join(' the of ') },
    { title: 'Two', text: words.join(' ') }
  ])
  for (const typed of EXTREMES) {
    const { total, hits } = runSearch(archive.db, new TextCache(), request(typed, false))
    expect(hits, typed.slice(0, 40)).toHaveLength(total)
  }
})

describe('every mark', () => {
  test('lies on something that the query looks for', { timeout: 120_000 }, () => {
    const { db } = library()
    fc.assert(
      fc.property(query, (typed) => {
        const { node, expansions } = readQuery(db, { query: typed })
        const wanted = phrasesIn(node, expansions.wanted)
        for (const { title, titleRanges, passages } of runSearch(db, new TextCache(), request(typed, false)).hits) {
          const marked = [
            ...titleRanges.map(([start, end]) => title.slice(start, end)),
            ...passages.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end)))
          ]
          for (const text of marked) {
            const terms = tokenize(text).map((token) => token.term)
            const isWanted = wanted.some((phrase) =>
              terms.some((_, at) => holds(terms.slice(at, at + phrase.terms.length), phrase))
            )
            expect(isWanted, `${text} is marked for ${typed}`).toBe(true)
          }
        }
      }),
      { numRuns: 400, seed: 1367 }
    )
  })

  test('of a NEAR stands exactly where the index finds it', { timeout: 120_000 }, () => {
    const { db } = library()
    const operand = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.constantFrom('"human rights"', 'pris*', 'k*n', 'khavaran~', '(x OR letter)', 'the', 'of')
    )
    fc.assert(
      fc.property(operand, operand, fc.nat(6), (left, right, distance) => {
        const typed = `${left} NEAR/${distance} ${right}`
        const { node, expansions } = readQuery(db, { query: typed })
        fc.pre(node.kind === 'near')
        const matcher = buildMatcher(node, expansions.wanted)
        const found = new Set(runSearch(db, new TextCache(), request(typed, false)).hits.map((hit) => hit.id))
        for (let id = 1; id <= 30; id++) {
          const text = readText(db, id as never)
          const title = `${text.reader.split(' ')[0]} ${text.reader.split(' ')[1]} ${id - 1}`
          const isMarked = [text.reader, text.all.slice(text.reader.length), title].some(
            (part) => findMatches(part, matcher).length > 0
          )
          expect(isMarked, `${typed} in ${id}`).toBe(found.has(id as never))
        }
      }),
      { numRuns: 200, seed: 1988 }
    )
  })
})
