import { expect, test } from 'vitest'
import { changeTagName, changeTagWarning, createTag, TagUndoList, tagDocuments, untagDocuments } from '#engine/organise/tagging'
import { recordEmbedding } from '#engine/store/embeddings'
import { findDetail, listSummaries } from '#engine/store/summaries'
import { countTagsOn, findTagByName, listTagged, listTags } from '#engine/store/tags'
import { warningTags } from '#shared/model/warning-tags'
import { addDocuments, newArchive } from '#tests/support/archive'

const exists = expect.objectContaining({ code: 'tag-exists' })

test('a tag is one tag however it is spelled', () => {
  const { db } = newArchive()
  createTag(db, 'Khavarān', undefined)
  expect(() => createTag(db, 'khavaran', undefined)).toThrow(exists)
  expect(findTagByName(db, 'KHAVARAN')?.name).toBe('Khavarān')
  createTag(db, 'کتاب', undefined)
  expect(() => createTag(db, 'كتاب', undefined)).toThrow(exists)
})

test('tagging many counts only what changed, and new tags differ in colour', () => {
  const archive = newArchive()
  const [a, b, c] = addDocuments(archive, [{ text: 'a' }, { text: 'b' }, { text: 'c' }])
  if (!a || !b || !c) throw new Error('no documents')
  expect(tagDocuments(archive.db, 'letters', [a, b])).toMatchObject({ documents: 2, tag: { name: 'letters', documents: 2 } })
  expect(tagDocuments(archive.db, 'letters', [b, c])).toMatchObject({ documents: 1, tag: { documents: 3 } })
  const { tag } = tagDocuments(archive.db, 'burial sites', [a])
  expect(tag.color).not.toBe(findTagByName(archive.db, 'letters')?.color)
  expect(untagDocuments(archive.db, tag.id, [a, b])).toEqual({ documents: 1 })
})

test('the tags of some documents are counted on these documents only', () => {
  const archive = newArchive()
  const [a, b, c] = addDocuments(archive, [{ text: 'a' }, { text: 'b' }, { text: 'c' }])
  if (!a || !b || !c) throw new Error('no documents')
  const letters = tagDocuments(archive.db, 'letters', [a, b, c]).tag.id
  const burial = tagDocuments(archive.db, 'burial sites', [c]).tag.id
  expect(countTagsOn(archive.db, [a, b])).toEqual([{ id: letters, documents: 2 }])
  expect(countTagsOn(archive.db, [b, c])).toEqual(
    expect.arrayContaining([
      { id: letters, documents: 2 },
      { id: burial, documents: 1 }
    ])
  )
})

test('renaming refuses a taken name but allows another spelling of its own', () => {
  const { db } = newArchive()
  const one = createTag(db, 'one', undefined)
  createTag(db, 'two', undefined)
  expect(() => changeTagName(db, one.id, 'Two')).toThrow(exists)
  expect(changeTagName(db, one.id, 'ONE').name).toBe('ONE')
})

test('a deleted tag comes back whole, once', () => {
  const archive = newArchive()
  const ids = addDocuments(archive, [{ text: 'a' }, { text: 'b' }])
  const { tag } = tagDocuments(archive.db, 'letters', ids)
  const undo = new TagUndoList()
  const { undoId, documents } = undo.delete(archive.db, tag.id)
  expect(documents).toBe(2)
  expect(listTags(archive.db)).toEqual([])
  undo.undo(archive.db, undoId)
  expect(listTags(archive.db)).toEqual([tag])
  expect(listTagged(archive.db, tag.id)).toEqual(ids)
  expect(() => undo.undo(archive.db, undoId)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('undoing a merge parts the documents as they were', () => {
  const archive = newArchive()
  const [a, b, c] = addDocuments(archive, [{ text: 'a' }, { text: 'b' }, { text: 'c' }])
  if (!a || !b || !c) throw new Error('no documents')
  const from = tagDocuments(archive.db, 'letter', [a, b]).tag
  const into = tagDocuments(archive.db, 'letters', [b, c]).tag
  const undo = new TagUndoList()
  const { undoId } = undo.merge(archive.db, from.id, into.id)
  expect(listTagged(archive.db, into.id)).toEqual([a, b, c])
  expect(listTags(archive.db)).toHaveLength(1)
  undo.undo(archive.db, undoId)
  expect(listTagged(archive.db, from.id)).toEqual([a, b])
  expect(listTagged(archive.db, into.id)).toEqual([b, c])
})

test('a tag that warns goes on warning when it is deleted and put back, and under the name it is merged into', () => {
  const archive = newArchive()
  const [a, b] = addDocuments(archive, [{ text: 'a' }, { text: 'b' }])
  if (!a || !b) throw new Error('no documents')
  const graphic = tagDocuments(archive.db, 'Graphic', [a]).tag
  const photographs = tagDocuments(archive.db, 'photographs', [b]).tag
  expect(graphic.isWarning).toBe(false)
  expect(changeTagWarning(archive.db, graphic.id, true).isWarning).toBe(true)
  expect(findDetail(archive.db, a)?.tags).toEqual([{ id: graphic.id, name: 'Graphic', color: graphic.color, isWarning: true }])
  expect(listSummaries(archive.db, [b]).get(b)?.tags[0]?.isWarning).toBe(false)
  const undo = new TagUndoList()
  undo.undo(archive.db, undo.delete(archive.db, graphic.id).undoId)
  expect(findTagByName(archive.db, 'graphic')?.isWarning).toBe(true)
  const { undoId } = undo.merge(archive.db, graphic.id, photographs.id)
  expect(findTagByName(archive.db, 'photographs')?.isWarning).toBe(true)
  undo.undo(archive.db, undoId)
  expect(findTagByName(archive.db, 'photographs')?.isWarning).toBe(false)
  expect(() => changeTagWarning(archive.db, 999 as typeof graphic.id, true)).toThrow(
    expect.objectContaining({ code: 'not-found' })
  )
})

test('what warns of a file warns of all that lies in it, on any level, and of nothing else', () => {
  const archive = newArchive()
  const { db } = archive
  const [box, message, picture, other] = addDocuments(archive, [{ text: 'a' }, { text: 'b' }, { text: 'c' }, { text: 'd' }])
  if (!box || !message || !picture || !other) throw new Error('no documents')
  const lies = (containerId: typeof box, ordinal: number, documentId: typeof box): void =>
    recordEmbedding(db, { containerId, ordinal, documentId, relation: 'attachment', path: 'x', declared: null })
  lies(box, 0, message)
  lies(message, 0, picture)
  lies(picture, 0, box)
  const { tag } = tagDocuments(db, 'graphic', [message])
  tagDocuments(db, 'letters', [box])
  const told = (id: typeof box): readonly string[] => {
    const one = listSummaries(db, [id]).get(id)
    const detail = findDetail(db, id)
    if (!one || !detail) throw new Error('there is no such document')
    expect(detail.heldWarnings).toEqual(one.heldWarnings)
    return warningTags(one).map(({ name }) => name)
  }
  expect([box, message, picture, other].map(told)).toEqual([[], [], [], []])
  changeTagWarning(db, tag.id, true)
  // The picture holds the box again: what lies in itself warns of itself, and nothing runs for ever.
  expect([box, message, picture, other].map(told)).toEqual([['graphic'], ['graphic'], ['graphic'], []])
  untagDocuments(db, tag.id, [message])
  tagDocuments(db, 'graphic', [picture])
  db.prepare('DELETE FROM embedding WHERE container_id = ?').run(picture)
  expect([box, message, picture, other].map(told)).toEqual([[], [], ['graphic'], []])
})
