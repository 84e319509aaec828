/** 30 names × 5 spellings in mixed scripts, planted in 200 generated documents. */
import { describe, expect, test } from 'vitest'
import { writeReadAgain } from '#engine/import/write-document'
import { readCard } from '#engine/names/card'
import { listMentions } from '#engine/names/card-mentions'
import { addSpellings, createNames, dropSpelling, editName, turnSpelling } from '#engine/names/changing'
import { listNearby } from '#engine/names/nearby'
import { createNameList, deleteName, mergeNames, removeSpellingFrom, splitName, undoNames } from '#engine/names/undoing'
import { correctField } from '#engine/organise/correcting'
import { TextCache } from '#engine/search/text-cache'
import { transaction, type WriteDb } from '#engine/store/connection'
import { listNamesIn } from '#engine/store/names'
import { rows } from '#engine/store/statement'
import type { DocumentId, NameId } from '#shared/model/ids'
import { indexText } from '#shared/text/index-text'
import { addDocuments, extractedFrom, newArchive, type Sample } from '#tests/support/archive'

const GIVEN = [
  'ابراهیم|Ebrahim|Ibrahim',
  'مریم|Maryam|Meryem',
  'یوسف|Yousef|Youssouf',
  'زهرا|Zahra|Zehra',
  'خسرو|Khosrow|Chosro',
  'ژاله|Jaleh|Zhaleh'
]
const FAMILY = [
  'دروانی|Darvani|Darwani',
  'نهرینی|Nehrini|Nahrini',
  'اورسالی|Orsali|Ursali',
  'خاورانی|Khavarani|Xavarani',
  'صدقیان|Sedghian|Sedqian'
]

/** Five spellings of each of 30 invented people: both scripts, the family name first, an initial. */
const PEOPLE = GIVEN.flatMap((given) =>
  FAMILY.map((family) => {
    const [first = '', latin = '', other = ''] = given.split('|')
    const [last = '', surname = '', otherSurname = ''] = family.split('|')
    return [
      `${first} ${last}`,
      `${latin} ${surname}`,
      `${other} ${otherSurname}`,
      `${surname}, ${latin}`,
      `${latin.charAt(0)}. ${otherSurname}`
    ]
  })
)
const FILLER = 'The letter was read to the families and کسی پاسخی نداد while the court kept its list.'

type Planted = Readonly<{ spelling: string; documents: ReadonlySet<number>; hits: number }>

/** Numbers that look random and are the same in every run (Park and Miller, 1988). */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

function plant(documents: number): { samples: Sample[]; planted: Planted[][] } {
  const random = numbers(7)
  const below = (limit: number): number => (random.next().value ?? 0) % limit
  const texts = Array.from({ length: documents }, () => [FILLER])
  const planted = PEOPLE.map((spellings) =>
    spellings.map((spelling) => {
      const at = Array.from({ length: 1 + below(6) }, () => below(documents))
      for (const document of at) texts[document]?.push(`${FILLER} Then ${spelling}; ${FILLER}`)
      return { spelling, documents: new Set(at), hits: at.length }
    })
  )
  const samples = texts.map((paragraphs, i) => ({ text: paragraphs.join('\n\n'), date: `${1980 + (i % 10)}` }))
  return { samples, planted }
}

function plantedArchive() {
  const archive = newArchive()
  const { samples, planted } = plant(200)
  const ids = addDocuments(archive, samples)
  const cards = createNames(
    archive.db,
    PEOPLE.map((spellings) => ({
      kind: 'person',
      label: spellings[1] ?? '',
      spellings: spellings.map((text) => ({ text, origin: 'typed' as const }))
    }))
  )
  return { archive, db: archive.db, ids, planted, cards: cards.map(({ id }) => id), samples }
}

const mentionsOf = (db: WriteDb, id: NameId): string[] =>
  rows<{ row: string }>(db, "SELECT document_id || '×' || hits AS row FROM mention WHERE name_id = ? ORDER BY document_id", [
    id
  ]).map(({ row }) => row)
const documentsOf = (ids: readonly DocumentId[], planted: readonly Planted[]): DocumentId[] =>
  [...new Set(planted.flatMap(({ documents }) => [...documents]))].map((at) => ids[at] as DocumentId).sort((a, b) => a - b)
const everything = (db: WriteDb): unknown[] => [
  rows(db, 'SELECT * FROM name ORDER BY id'),
  rows(db, 'SELECT * FROM name_spelling ORDER BY name_id, key'),
  rows(db, 'SELECT * FROM mention ORDER BY name_id, document_id')
]
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing')
  return value
}

describe('30 names × 5 spellings in 200 documents', () => {
  test('each card finds every place of its spellings and no other', () => {
    const { db, ids, planted, cards } = plantedArchive()
    expect(PEOPLE).toHaveLength(30)
    for (const [at, id] of cards.entries()) {
      const mine = must(planted[at])
      const card = readCard(db, id)
      expect(card.spellings).toHaveLength(5)
      expect(card.hits).toBe(mine.reduce((sum, { hits }) => sum + hits, 0))
      expect(card.documents).toBe(documentsOf(ids, mine).length)
      expect(
        rows<{ id: DocumentId }>(db, 'SELECT document_id AS id FROM mention WHERE name_id = ?', [id]).map((row) => row.id)
      ).toEqual(documentsOf(ids, mine))
      expect(card.years.reduce((sum, { documents }) => sum + documents, 0)).toBe(card.documents)
    }
  })

  test('switching one spelling off removes exactly its hits, and on brings them back', () => {
    const { db, ids, planted, cards } = plantedArchive()
    for (const [at, id] of cards.entries()) {
      const before = mentionsOf(db, id)
      for (const [which, { spelling, hits }] of must(planted[at]).entries()) {
        const total = readCard(db, id).hits
        turnSpelling(db, id, indexText(spelling), false)
        expect(readCard(db, id).hits).toBe(total - hits)
        const left = must(planted[at]).filter((_, other) => other !== which)
        expect(
          rows<{ id: DocumentId }>(db, 'SELECT document_id AS id FROM mention WHERE name_id = ?', [id]).map((row) => row.id)
        ).toEqual(documentsOf(ids, left))
        turnSpelling(db, id, indexText(spelling), true)
      }
      expect(mentionsOf(db, id)).toEqual(before)
    }
  })

  test('each mention says which spelling stands there, with a passage that marks it', () => {
    const { db, ids, cards, planted } = plantedArchive()
    const id = must(cards[3])
    const { total, mentions } = listMentions(db, new TextCache(), id, {}, { offset: 0, limit: 100 })
    expect(mentions).toHaveLength(total)
    for (const mention of mentions) {
      const at = ids.indexOf(mention.id)
      const there = must(planted[3]).filter(({ documents }) => documents.has(at))
      expect([...mention.spellings].sort()).toEqual(there.map(({ spelling }) => spelling).sort())
    }
    for (const { spellings, passages } of mentions) {
      expect(spellings.length).toBeGreaterThan(0)
      const marked = passages.flatMap(({ text, ranges }) => ranges.map(([start, end]) => indexText(text.slice(start, end))))
      expect(marked.length).toBeGreaterThan(0)
      for (const mark of marked) expect(spellings.map(indexText)).toContain(mark)
    }
    const one = must(must(planted[3])[1])
    const narrowed = listMentions(db, new TextCache(), id, { key: indexText(one.spelling) }, { offset: 0, limit: 100 })
    expect(narrowed.total).toBe(one.documents.size)
    const year = must(readCard(db, id).years[0])
    expect(listMentions(db, new TextCache(), id, { year: year.year }, { offset: 0, limit: 1 }).total).toBe(year.documents)
  })

  test('merge, split and deletion are taken back exactly', () => {
    const { db, cards } = plantedArchive()
    const [a, b] = [must(cards[0]), must(cards[1])]
    editName(db, a, { note: 'Seen twice.' })
    editName(db, b, { note: 'Same person?' })
    const before = everything(db)
    const sum = readCard(db, a).hits + readCard(db, b).hits

    const merged = mergeNames(db, a, b)
    expect(readCard(db, b).hits).toBe(sum)
    expect(readCard(db, b).spellings).toHaveLength(10)
    expect(readCard(db, b).note).toBe('Same person?\nSeen twice.')
    expect(() => readCard(db, a)).toThrow(/no name card/)
    undoNames(db, merged.undoId)
    expect(everything(db)).toEqual(before)

    const keys = readCard(db, a)
      .spellings.slice(0, 2)
      .map(({ key }) => key)
    const split = splitName(db, a, keys, 'Another')
    expect(
      readCard(db, split.id)
        .spellings.map(({ key }) => key)
        .sort()
    ).toEqual([...keys].sort())
    expect(readCard(db, a).spellings).toHaveLength(3)
    undoNames(db, split.undoId)
    expect(everything(db)).toEqual(before)

    const listed = createNameList(
      db,
      ['Nobody Yet', 'Ebrahim Darvani'].map((label) => ({ kind: 'person', label, spellings: [] }))
    )
    expect(listed.names.map(({ label }) => label)).toEqual(['Nobody Yet', 'Ebrahim Darvani'])
    undoNames(db, listed.undoId)
    expect(everything(db)).toEqual(before)

    const removed = removeSpellingFrom(db, a, keys[0] ?? '')
    expect(readCard(db, a).spellings).toHaveLength(4)
    undoNames(db, removed.undoId)
    expect(everything(db)).toEqual(before)

    const deleted = deleteName(db, b)
    undoNames(db, deleted.undoId)
    expect(everything(db)).toEqual(before)
    expect(() => undoNames(db, deleted.undoId)).toThrow(/not be undone/)
  })

  test('what would lose a later change is not taken back, and impossible changes are refused whole', () => {
    const { db, cards } = plantedArchive()
    const [a, b] = [must(cards[0]), must(cards[1])]
    const { undoId } = mergeNames(db, a, b)
    editName(db, b, { label: 'Renamed' })
    const changed = everything(db)
    expect(() => undoNames(db, undoId)).toThrow(/changed since/)
    expect(() => mergeNames(db, b, b)).toThrow(/itself/)
    expect(() =>
      splitName(
        db,
        b,
        readCard(db, b).spellings.map(({ key }) => key),
        'All'
      )
    ).toThrow(/leave at least one/)
    expect(() =>
      addSpellings(db, b, [
        { text: 'Good', origin: 'typed' },
        { text: '؟!', origin: 'typed' }
      ])
    ).toThrow(/no letter/)
    expect(everything(db)).toEqual(changed)
  })

  test('a second import, a re-reading and a correction keep the mentions true', () => {
    const { archive, db, ids, cards, samples } = plantedArchive()
    const [a, b] = [must(cards[0]), must(cards[29])]
    const before = readCard(db, a)
    const [name = '', other = ''] = PEOPLE[0] ?? []
    const [added] = addDocuments(archive, [{ text: `New: ${name}, ${name} and ${other}.`, title: other, date: '1999' }])
    expect(readCard(db, a)).toMatchObject({ documents: before.documents + 1, hits: before.hits + 4 })
    expect(listNamesIn(db, must(added))).toEqual([expect.objectContaining({ id: a, hits: 4 })])

    const first = must(ids[0])
    transaction(db, () =>
      writeReadAgain(db, first, extractedFrom({ text: `Only ${PEOPLE[29]?.[0]} here.` }), { charset: null, password: null })
    )
    expect(listNamesIn(db, first)).toEqual([expect.objectContaining({ id: b, hits: 1 })])
    transaction(db, () => writeReadAgain(db, first, extractedFrom(must(samples[0])), { charset: null, password: null }))

    correctField(db, must(added), 'title', 'Nothing')
    expect(listNamesIn(db, must(added))).toEqual([expect.objectContaining({ id: a, hits: 3 })])
    const kept = everything(db)
    for (const id of cards) {
      turnSpelling(db, id, must(readCard(db, id).spellings[0]).key, false)
      turnSpelling(db, id, must(readCard(db, id).spellings[0]).key, true)
    }
    // Counted anew from the index, the mentions are what the documents' own writing made them.
    expect(everything(db)).toEqual(kept)
  })

  test('people are near each other where they stand within some words', () => {
    const archive = newArchive()
    const { db } = archive
    const far = Array.from({ length: 100 }, () => 'word').join(' ')
    addDocuments(archive, [
      { text: 'Rana Darvani met Omid Nehrini.' },
      { text: `Rana Darvani. ${far} Omid Nehrini.` },
      { text: 'Omid Nehrini wrote to the council of Orsal.' },
      { text: 'Rana Darvani left Orsal.' }
    ])
    const [rana, omid, orsal] = createNames(
      db,
      [
        ['person', 'Rana Darvani'],
        ['person', 'Omid Nehrini'],
        ['place', 'Orsal']
      ].map(([kind, label]) => ({ kind: kind as 'person', label: label ?? '', spellings: [] }))
    )
    expect(listNearby(db, must(rana).id)).toEqual([
      { id: must(omid).id, kind: 'person', label: 'Omid Nehrini', documents: 2, near: 1 },
      { id: must(orsal).id, kind: 'place', label: 'Orsal', documents: 1, near: 1 }
    ])
  })

  test('a spelling inside a longer one counts once, and one that is removed takes its mentions along', () => {
    const archive = newArchive()
    const { db } = archive
    addDocuments(archive, [{ text: 'Rana Darvani and Darvani.' }])
    const [card] = createNames(db, [
      {
        kind: 'person',
        label: 'Rana Darvani',
        spellings: ['Rana Darvani', 'Darvani'].map((text) => ({ text, origin: 'typed' as const }))
      }
    ])
    const id = must(card).id
    expect(readCard(db, id).hits).toBe(2)
    addDocuments(archive, [{ text: 'Rana Darvani and Darvani again.' }])
    expect(readCard(db, id)).toMatchObject({ hits: 4, documents: 2 })
    dropSpelling(db, id, 'darvani')
    expect(readCard(db, id).hits).toBe(2)
  })
})
