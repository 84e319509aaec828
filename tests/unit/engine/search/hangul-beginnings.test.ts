import * as v from 'valibot'
import { expect, test } from 'vitest'
import { runSearch } from '#engine/search/run'
import { TextCache } from '#engine/search/text-cache'
import { nearestTerms } from '#engine/search/vocabulary'
import { TextPacker } from '#engine/text/text-packer'
import { searchRequestSchema } from '#shared/model/search'
import { addDocuments, newArchive } from '#tests/support/archive'

const SAMPLES = [
  { title: 'Begins', text: '모든 인간은 자유롭다.' },
  { title: 'Inside', text: '그는 부자유 속에 살았다.' },
  { title: 'Across', text: '투자 유치를 논의했다.' },
  { title: '자유의 편지', text: 'A letter.' },
  { title: 'Beside', text: '인간', rest: '자유 선언' }
]

function asked(queries: readonly string[]) {
  const archive = newArchive()
  addDocuments(archive, SAMPLES)
  const answers = queries.map((query) => {
    const { total, hits } = runSearch(archive.db, new TextCache(), v.parse(searchRequestSchema, { query, filter: {} }))
    const found = hits.map((hit) => hit.title).sort()
    expect(total).toBe(found.length)
    return [query, found.join(', ')]
  })
  return { archive, answers }
}

test('a star after Hangul finds words that begin so, in every column; without it words that hold the letters', () => {
  const wanted = [
    ['자유*', 'Begins, Beside, 자유의 편지'],
    ['자유', 'Across, Begins, Beside, Inside, 자유의 편지'],
    ['"자유"', 'Across, Begins, Beside, Inside, 자유의 편지'],
    ['title:자유*', '자유의 편지'],
    ['인간 자유*', 'Begins, Beside'],
    ['인간 -자유*', ''],
    ['유*', 'Across'],
    ['"인간은 자유"', 'Begins'],
    // How near a whole word stands the index does not know: here the letters count.
    ['자유* NEAR/3 속', 'Inside']
  ] as const
  expect(asked(wanted.map(([query]) => query)).answers).toEqual(wanted.map((pair) => [...pair]))
})

test('whole Hangul words are no words of the vocabulary', () => {
  const { archive } = asked([])
  expect(nearestTerms(archive.db, '자유롭', { limit: 5 })).toEqual([])
})

test('a text that is packed in pieces has its whole words behind all its terms', () => {
  const packer = new TextPacker()
  packer.add([{ kind: 'paragraph', text: '자유 one' }])
  packer.add([{ kind: 'paragraph', text: '선언 two' }])
  const { terms, column } = packer.finish()
  expect(terms).toBe('자 유 one 선 언 two')
  expect(column).toBe('자 유 one 선 언 two \u2060자유 \u2060선언')
})
