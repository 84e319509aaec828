import { describe, expect, test } from 'vitest'
import { readFamily } from '#engine/reading/family'
import { recordEmbedding } from '#engine/store/embeddings'
import { type MessageIds, recordMessage } from '#engine/store/messages'
import { run } from '#engine/store/statement'
import type { DocumentId } from '#shared/model/ids'
import { addDocuments, newArchive } from '#tests/support/archive'

const samples = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ title: `Document ${at}`, text: `Text ${at}`, date: `200${at}-01-01` }))

function archiveOf(count: number) {
  const archive = newArchive()
  const ids = addDocuments(archive, samples(count))
  const id = (at: number): DocumentId => {
    const found = ids[at]
    if (found === undefined) throw new Error(`no document ${at}`)
    return found
  }
  const embed = (container: number, ordinal: number, member: number): void =>
    recordEmbedding(archive.db, {
      containerId: id(container),
      ordinal,
      documentId: id(member),
      relation: 'entry',
      path: `${member}.txt`,
      declared: null
    })
  return { db: archive.db, id, embed }
}

describe('a family', () => {
  test('tells each way up, nearest first, and what a file holds in its order', () => {
    const { db, id, embed } = archiveOf(4)
    embed(0, 0, 1)
    embed(1, 1, 3)
    embed(1, 0, 2)
    embed(0, 1, 3)
    expect(readFamily(db, id(1)).holds.map((member) => [member.id, member.path])).toEqual([
      [id(2), '2.txt'],
      [id(3), '3.txt']
    ])
    expect(readFamily(db, id(3)).heldBy.map((way) => way.map((holder) => holder.id))).toEqual([[id(0)], [id(1), id(0)]])
    expect(readFamily(db, id(0))).toMatchObject({ heldBy: [], holdsTotal: 2, conversation: [] })
  })

  test('says when a web archive captured a page, and of nothing else', () => {
    const { db, id, embed } = archiveOf(3)
    recordEmbedding(db, { containerId: id(0), ordinal: 0, documentId: id(1), relation: 'capture', path: 'a', declared: null })
    embed(0, 1, 2)
    const facts = JSON.stringify([{ name: 'captured', value: '2023-09-01T12:00:00Z' }])
    run(db, 'UPDATE document SET facts = ?', [facts])
    expect(readFamily(db, id(0)).holds.map(({ captured }) => captured)).toEqual(['2023-09-01T12:00:00Z', null])
  })

  test('ends where a file holds itself', () => {
    const { db, id, embed } = archiveOf(3)
    embed(0, 0, 0)
    embed(0, 1, 1)
    embed(1, 0, 2)
    embed(2, 0, 1)
    expect(readFamily(db, id(0)).heldBy).toEqual([])
    expect(readFamily(db, id(2)).heldBy.map((way) => way.map((holder) => holder.id))).toEqual([[id(1), id(0)]])
  })

  test('refuses a document that is not there', () => {
    expect(() => readFamily(newArchive().db, 9 as DocumentId)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

describe('a conversation', () => {
  const MAILS: readonly MessageIds[] = [
    { messageId: 'root@x', references: [] },
    { messageId: 'answer@x', references: ['root@x'] },
    { messageId: 'late@x', references: ['root@x', 'answer@x'] },
    { messageId: ' <aside@x> ', references: ['late@x'] },
    { messageId: 'other@x', references: [] }
  ]

  test.each([[[0, 1, 2, 3, 4]], [[4, 3, 2, 1, 0]], [[3, 0, 4, 2, 1]], [[2, 3, 1, 4, 0]]])(
    'is the same in whatever order its messages come: %j',
    (order) => {
      const { db, id } = archiveOf(5)
      for (const at of order) recordMessage(db, id(at), MAILS[at] ?? null)
      expect(readFamily(db, id(3)).conversation.map((message) => message.id)).toEqual([0, 1, 2, 3].map(id))
      expect(readFamily(db, id(4)).conversation).toEqual([])
    }
  )

  test('lets a message go that is none any more', () => {
    const { db, id } = archiveOf(2)
    recordMessage(db, id(0), { messageId: 'a@x', references: [] })
    recordMessage(db, id(1), { messageId: 'b@x', references: ['a@x'] })
    expect(readFamily(db, id(0)).conversation).toHaveLength(2)
    recordMessage(db, id(1), null)
    expect(readFamily(db, id(0)).conversation).toEqual([])
  })

  test('does not take messages without any id together', () => {
    const { db, id } = archiveOf(2)
    for (const at of [0, 1]) recordMessage(db, id(at), { messageId: null, references: [' '] })
    expect(readFamily(db, id(0)).conversation).toEqual([])
  })
})
