import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { createNames } from '#engine/names/changing'
import type { Archive } from '#engine/open'
import { tagDocuments } from '#engine/organise/tagging'
import { listTerms } from '#engine/search/list-terms'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { run } from '#engine/store/statement'
import { searchRequestSchema } from '#shared/model/search'
import { addDocuments, newArchive, type Sample } from '#tests/support/archive'

type More = Partial<v.InferInput<typeof searchRequestSchema>>

const ask = (archive: Archive, query: string, more: More = {}) =>
  runSearch(archive.db, new TextCache(), v.parse(searchRequestSchema, { query, filter: {}, ...more }))

const titles = (archive: Archive, query: string, more: More = {}) =>
  ask(archive, query, more)
    .hits.map((hit) => hit.title)
    .sort()

/** The marked words of the first hit's passages. */
const marks = (archive: Archive, query: string, more: More = {}) =>
  ask(archive, query, more).hits[0]?.passages.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end)))

const archiveOf = (...samples: readonly Sample[]) => {
  const archive = newArchive()
  addDocuments(archive, samples)
  return archive
}

describe('NEAR', () => {
  const archive = () =>
    archiveOf(
      { title: 'Close', text: 'The guards of the prison burned every letter.' },
      { title: 'Far', text: 'The prison stood by the river for a hundred years, and no one sent a letter.' },
      { title: 'Plural', text: 'Letters from two prisons were kept.' },
      { title: 'Reversed', text: 'A letter about human rights reached the old prison.' }
    )

  test('finds words within a distance, in any order and form', () => {
    expect(titles(archive(), 'prison NEAR/3 letter')).toEqual(['Close', 'Plural'])
    expect(titles(archive(), 'prison NEAR/1 letter')).toEqual([])
    expect(titles(archive(), 'prison NEAR/20 letter')).toEqual(['Close', 'Far', 'Plural', 'Reversed'])
    expect(titles(archive(), '"prison letter"~3')).toEqual(['Close'])
    expect(titles(archive(), '"human rights" NEAR/3 pris*')).toEqual(['Reversed'])
    expect(titles(archive(), '(river OR guards) NEAR/3 prison')).toEqual(['Close', 'Far'])
    // What is left out is what was typed, no other form of it.
    expect(titles(archive(), 'letter -(prison NEAR/3 letter)')).toEqual(['Far', 'Plural', 'Reversed'])
  })

  test('marks only what stands near', () => {
    const text = 'A letter first. Then, after many other words in between them, the prison sent one letter more.'
    const one = archiveOf({ title: 'One', text })
    expect(marks(one, 'prison NEAR/3 letter')).toEqual(['prison', 'letter'])
    expect(marks(one, '"prison letter"~3')).toEqual(['prison', 'letter'])
  })

  test('says when there are more forms than it can look for', () => {
    const words = Array.from(
      { length: 30 },
      (_, index) => `pri${String.fromCharCode(97 + (index % 26))}${index < 26 ? 'x' : 'y'}`
    )
    const one = archiveOf({ title: 'One', text: words.join(' ') })
    const answer = ask(one, 'pr*x NEAR/50 pr*y')
    expect(answer.notes).toContainEqual({ code: 'near-cut', text: 'pr*x NEAR/50 pr*y', limit: 64 })
    expect(answer.total).toBe(1)
  })
})

describe('a word spelled nearly so, or of a shape,', () => {
  const archive = () =>
    archiveOf(
      { title: 'K', text: 'The cemetery of Khavaran.' },
      { title: 'W', text: 'The cemetery of Khawaran.' },
      { title: 'H', text: 'The cemetery of Havaran and of Golestan.' },
      { title: 'F', text: 'گورستان خاوران در گلستان' }
    )

  test('finds what the archive holds, each as a switch', () => {
    expect(titles(archive(), 'khavaran')).toEqual(['K'])
    expect(titles(archive(), 'khavaran~')).toEqual(['H', 'K', 'W'])
    expect(titles(archive(), '-khavaran~')).toEqual(['F'])
    const expansions = { 'fuzzy:havaran': false }
    expect(titles(archive(), 'khavaran~', { expansions })).toEqual(['K', 'W'])
    expect(ask(archive(), 'khavaran~', { expansions }).terms[0]?.expansions).toEqual([
      { key: 'fuzzy:khawaran', kind: 'fuzzy', text: 'khawaran', documents: 1, isOn: true },
      { key: 'fuzzy:havaran', kind: 'fuzzy', text: 'havaran', documents: 1, isOn: false }
    ])
    expect(marks(archive(), 'khavaran~1 -khavaran')).toEqual([expect.stringMatching(/^(?:Khaw|Hav)aran$/)])
  })

  test('takes wildcards anywhere', () => {
    expect(titles(archive(), 'kh*ran')).toEqual(['K', 'W'])
    expect(titles(archive(), 'kha?aran')).toEqual(['K', 'W'])
    expect(titles(archive(), '*varan')).toEqual(['H', 'K'])
    expect(titles(archive(), '*ستان')).toEqual(['F'])
    expect(marks(archive(), '*ستان')).toEqual(['گورستان', 'گلستان'])
    expect(titles(archive(), 'kh*ran', { expansions: { 'wildcard:khawaran': false } })).toEqual(['K'])
    expect(ask(archive(), 'zz*qq')).toMatchObject({ total: 0, notes: [{ code: 'wildcard-empty', text: 'zz*qq' }] })
  })

  test('says when more words fit than are looked for', () => {
    const words = Array.from(
      { length: 300 },
      (_, index) => `pq${String.fromCharCode(97 + (index % 26))}${'r'.repeat(Math.floor(index / 26) + 1)}z`
    )
    const many = archiveOf({ title: 'Many', text: words.join(' ') })
    const answer = ask(many, 'pq*z')
    expect(answer.notes).toEqual([{ code: 'wildcard-cut', text: 'pq*z', limit: 200 }])
    expect(answer.terms[0]?.expansions).toHaveLength(200)
  })

  test('share what is looked for where a query has many, and say so', () => {
    const words = Array.from({ length: 60 }, (_, at) => `pq${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}z`)
    const filled = archiveOf({ title: 'A', text: words.join(' ') })
    const eight = ['p*z', '*qaaz', 'p*az', 'p*bz', 'pqa*z', 'pqb*z', 'pqc*z', 'pqd*z']
    expect(ask(filled, eight.join(' OR ')).notes).toEqual([{ code: 'wildcard-cut', text: 'p*z', limit: 50 }])
    expect(ask(filled, 'p*z').notes).toEqual([])
  })
})

describe('an expansion', () => {
  test('that is switched off is neither found nor marked', () => {
    const archive = archiveOf({ title: 'One', text: 'An execution. Two executions.' }, { title: 'Two', text: 'Executions only.' })
    const expansions = { 'inflection:executions': false }
    expect(titles(archive, 'execution')).toEqual(['One', 'Two'])
    expect(titles(archive, 'execution', { expansions })).toEqual(['One'])
    expect(marks(archive, 'execution', { expansions })).toEqual(['execution'])
    expect(ask(archive, 'execution', { expansions }).understood).toBe('execution')
  })

  test('in another script is offered, and found when it is switched on', () => {
    const archive = archiveOf({ title: 'Latin', text: 'Khavaran' }, { title: 'Persian', text: 'خاوران' })
    expect(titles(archive, 'khavaran')).toEqual(['Latin'])
    expect(ask(archive, 'khavaran').terms[0]?.expansions).toEqual([])
    expect(listTerms(archive.db, { query: 'khavaran' })[0]?.expansions).toEqual([
      { key: 'script:خاوران', kind: 'script', text: 'خاوران', documents: 1, isOn: false }
    ])
    expect(titles(archive, 'khavaran', { expansions: { 'script:خاوران': true } })).toEqual(['Latin', 'Persian'])
  })
})

describe('a name card', () => {
  const archive = () => {
    const one = archiveOf(
      { title: 'Latin', text: 'Behrouz Nehrin was seen there.' },
      { title: 'Persian', text: 'بهروز نهرین دیده شد' },
      { title: 'Apart', text: 'Nehrin wrote. Behrouz answered.' },
      { title: 'Initial', text: 'B. Nehrin signed it.' }
    )
    createNames(one.db, [
      {
        kind: 'person',
        label: 'Behrouz Nehrin',
        spellings: [
          { text: 'Behrouz Nehrin', origin: 'typed' },
          { text: 'بهروز نهرین', origin: 'rule' },
          { text: 'B. Nehrin', origin: 'rule', isOn: false }
        ]
      }
    ])
    return one
  }

  test('is found in all its confirmed spellings, by its field, as a phrase and as words', () => {
    expect(titles(archive(), 'name:"behrouz nehrin"')).toEqual(['Latin', 'Persian'])
    expect(titles(archive(), 'name:"بهروز نهرین"')).toEqual(['Latin', 'Persian'])
    expect(titles(archive(), '"behrouz nehrin"')).toEqual(['Latin', 'Persian'])
    expect(titles(archive(), 'behrouz nehrin')).toEqual(['Apart', 'Latin', 'Persian'])
    expect(titles(archive(), 'behrouz nehrin OR letter')).toEqual(['Apart', 'Latin'])
    expect(titles(archive(), 'name:/behr/')).toEqual(['Latin', 'Persian'])
    expect(ask(archive(), 'name:"behrouz nehrin"').notes).toEqual([])
    expect(ask(archive(), 'name:nobody').notes).toEqual([{ code: 'no-such-name', text: 'nobody' }])
  })

  test('says by which of its spellings a document was found', () => {
    const one = archive()
    const found = (query: string) => Object.fromEntries(ask(one, query).hits.map(({ title, spellings }) => [title, spellings]))
    expect(found('name:"behrouz nehrin"')).toEqual({ Latin: ['Behrouz Nehrin'], Persian: ['بهروز نهرین'] })
    expect(found('behrouz nehrin')).toEqual({ Apart: [], Latin: [], Persian: ['بهروز نهرین'] })
    expect(found('signed')).toEqual({ Initial: [] })
    expect(found('seen NOT name:"بهروز نهرین"')).toEqual({})
  })

  test('loses exactly the hits of a spelling that is switched off', () => {
    const one = archive()
    const key = ask(one, 'name:"behrouz nehrin"').terms[0]?.expansions.find((found) => found.text === 'Behrouz Nehrin')?.key
    expect(key).toBe('name:1:behrouz nehrin')
    expect(titles(one, 'name:"behrouz nehrin"', { expansions: { 'name:1:behrouz nehrin': false } })).toEqual(['Persian'])
    expect(titles(one, '"behrouz nehrin"', { expansions: { 'name:1:بهروز نهرین': false } })).toEqual(['Latin'])
  })

  test('marks the spelling that was found', () => {
    const one = archive()
    const found = ask(one, 'behrouz nehrin').hits.find((hit) => hit.title === 'Persian')?.passages[0]
    expect(found?.ranges.map(([start, end]) => found.text.slice(start, end))).toEqual(['بهروز نهرین'])
  })
})

describe('a field', () => {
  const archive = () =>
    archiveOf(
      {
        title: 'A',
        author: 'Roya Nehrin',
        publisher: 'Darvan Press',
        text: 'x',
        path: '/source/un/letters/a.eml',
        sizeBytes: 2_000_000
      },
      { title: 'B', author: 'Darvan, B.', publisher: 'Nehrin House', text: 'x', path: '/source/un/b.PDF', pageCount: 7 },
      {
        title: 'C',
        text: 'x',
        path: '/source/كتاب/c.txt',
        facts: [
          { name: 'from', value: 'Roya Nehrin <roya@nehrin.example>' },
          { name: 'to', value: 'Office <office@darvan.example>' },
          { name: 'cc', value: 'Copy <copy@kelar.example>' }
        ]
      },
      { title: 'D', text: '', date: '1988-07', status: 'locked', mediaType: 'image/png' }
    )

  test.each([
    ['author:nehrin', ['A']],
    ['author:"roya nehrin"', ['A']],
    ['author:"nehrin roya"', []],
    ['author:neh*', ['A']],
    ['author:darvan', ['B']],
    ['publisher:darvan', ['A']],
    ['author:(nehrin OR darvan)', ['A', 'B']],
    ['-author:nehrin', ['B', 'C', 'D']],
    ['from:nehrin', ['C']],
    ['from:roya@nehrin.example', ['C']],
    ['from:darvan', []],
    ['to:darvan to:kelar', ['C']],
    ['path:un', ['A', 'B']],
    ['path:UN/letters', ['A']],
    ['path:un\\letters', ['A']],
    ['path:*.pdf', ['B']],
    ['path:un/*.eml', ['A']],
    ['path:letters*', ['A']],
    ['path:کتاب', ['C']],
    ['file:letters', []],
    ['file:b.pdf', ['B']],
    ['file:?.txt', ['C', 'D']],
    ['size:>1mb', ['A']],
    ['size:<1mb', ['B', 'C', 'D']],
    ['pages:5..10', ['B']],
    ['pages:>7', []],
    ['is:locked', ['D']],
    ['is:unread', ['A', 'B', 'C', 'D']],
    ['is:read', []],
    ['is:copy', []],
    ['is:scan', []],
    ['has:image', ['D']],
    ['has:date', ['D']],
    ['has:text', ['A', 'B', 'C']],
    ['has:note', []],
    ['has:tag', []],
    ['has:attachment', []],
    ['has:ocr', []],
    ['name:nobody', []],
    ['title:/^[ab]$/', ['A', 'B']],
    ['file:/^b\\.pdf$/', ['B']],
    ['/^[cd]$/', ['C', 'D']],
    ['name:/./', []],
    ['-title:/^[ab]$/ x', ['C']]
  ])('%s finds %j', (query, found) => {
    expect(titles(archive(), query)).toEqual(found)
  })

  test('of a copy, a note and a tag is exact', () => {
    const one = newArchive()
    const [first, second] = addDocuments(one, [
      { title: 'One', text: 'x' },
      { title: 'Two', text: 'x' }
    ])
    if (first === undefined || second === undefined) throw new Error('not added')
    tagDocuments(one.db, 'letters', [first])
    run(
      one.db,
      "INSERT INTO sighting (document_id, folder_id, import_id, path, modified_at, seen_at) SELECT document_id, folder_id, import_id, path || '2', 0, 0 FROM sighting WHERE document_id = ?",
      [second]
    )
    run(one.db, "UPDATE fts SET title = 'two', people = '', body = 'x', rest = '', notes = 'seen' WHERE rowid = ?", [second])
    expect(titles(one, 'has:tag')).toEqual(['One'])
    expect(titles(one, 'is:copy')).toEqual(['Two'])
    expect(titles(one, 'has:note')).toEqual(['Two'])
  })
})

describe('a date', () => {
  const archive = () =>
    archiveOf(
      { title: 'Year', text: 'x', date: '1988' },
      { title: 'Month', text: 'x', date: '1988-07' },
      { title: 'Day', text: 'x', date: '1988-07-19' },
      { title: 'Later', text: 'x', date: '1989-01-02' },
      { title: 'None', text: 'x' }
    )

  test.each([
    ['date:1988', ['Day', 'Month', 'Year']],
    ['date:1988-07-19', ['Day', 'Month', 'Year']],
    ['date:1988-07-20', ['Month', 'Year']],
    ['1988-08..1988-12', ['Year']],
    ['date:"summer 1988"', ['Day', 'Month', 'Year']],
    ['تاریخ:"مرداد ۱۳۶۷"', ['Month', 'Year']],
    ['after:1988-08', ['Later', 'Year']],
    ['before:1988-07-19', ['Month', 'Year']],
    ['..1988', ['Day', 'Month', 'Year']],
    ['1989..', ['Later']],
    ['-date:1988', ['Later', 'None']]
  ])('%s finds what may be of that time: %j', (query, found) => {
    expect(titles(archive(), query)).toEqual(found)
  })
})

test('a regular expression that is none is searched as words, and said to be', () => {
  const archive = archiveOf({ title: 'One', text: 'an open (bracket' })
  expect(ask(archive, '/(bracket/')).toMatchObject({ total: 1, notes: [{ code: 'regex-invalid', text: '/(bracket/' }] })
  expect(ask(archive, '/(/').notes).toHaveLength(1)
})
