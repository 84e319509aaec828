import { randomUUID } from 'node:crypto'
import { recordCustody } from '#engine/custody/record'
import { type ListKind, recordCustodyOf } from '#engine/custody/record-list'
import { durableTransaction, type ReadDb, type WriteDb } from '#engine/store/connection'
import { listSha256Of } from '#engine/store/documents'
import {
  addTagTo,
  findTag,
  findTagByName,
  insertTag,
  listTagged,
  removeTag,
  removeTagFrom,
  renameTag,
  restoreTag,
  setTagColor,
  setTagWarning
} from '#engine/store/tags'
import type { TagUndo } from '#shared/contract'
import { SanadError } from '#shared/errors'
import type { Tag, TagColor } from '#shared/model/document'
import type { DocumentId, TagId } from '#shared/model/ids'

/** Throws SanadError `not-found`. */
function getTag(db: ReadDb, id: TagId): Tag {
  const tag = findTag(db, id)
  if (!tag) throw new SanadError('not-found', `There is no tag ${id} in this archive.`)
  return tag
}

/** Refuses a second tag whose name differs in spelling only. */
function refuseSameName(db: ReadDb, name: string, except?: TagId): void {
  const same = findTagByName(db, name)
  if (same && same.id !== except) throw new SanadError('tag-exists', `There is a tag “${same.name}” already.`)
}

function insertRecorded(db: WriteDb, name: string, color: TagColor | undefined): TagId {
  const id = insertTag(db, name, color, Date.now())
  recordCustody(db, 'tag-created', { tag: id, name })
  return id
}

type TagListKind = Extract<ListKind, 'tag-added' | 'tag-removed' | 'tag-deleted' | 'tag-restored'>

function recordOn(db: WriteDb, kind: TagListKind, { id, name }: Tag, documents: readonly DocumentId[]): void {
  recordCustodyOf(db, kind, { tag: id, name }, listSha256Of(db, documents))
}

function warnRecorded(db: WriteDb, { id, name, isWarning: before }: Tag, isWarning: boolean): void {
  if (before === isWarning) return
  setTagWarning(db, id, isWarning)
  recordCustody(db, 'tag-warning-changed', { tag: id, name, isWarning })
}

/** Throws SanadError `tag-exists`. */
export function createTag(db: WriteDb, name: string, color: TagColor | undefined): Tag {
  return durableTransaction(db, () => {
    refuseSameName(db, name)
    return getTag(db, insertRecorded(db, name, color))
  })
}

/** Throws SanadError `not-found` or `tag-exists`. */
export function changeTagName(db: WriteDb, id: TagId, name: string): Tag {
  return durableTransaction(db, () => {
    const { name: from } = getTag(db, id)
    refuseSameName(db, name, id)
    renameTag(db, id, name)
    if (from !== name) recordCustody(db, 'tag-renamed', { tag: id, from, to: name })
    return getTag(db, id)
  })
}

export function changeTagColor(db: WriteDb, id: TagId, color: TagColor): Tag {
  return durableTransaction(db, () => {
    getTag(db, id)
    setTagColor(db, id, color)
    return getTag(db, id)
  })
}

/** Whether documents with this tag are shown only after they were asked for. */
export function changeTagWarning(db: WriteDb, id: TagId, isWarning: boolean): Tag {
  return durableTransaction(db, () => {
    warnRecorded(db, getTag(db, id), isWarning)
    return getTag(db, id)
  })
}

/** Puts a tag on documents, creating it when it is new. */
export function tagDocuments(db: WriteDb, name: string, ids: readonly DocumentId[]): { tag: Tag; documents: number } {
  return durableTransaction(db, () => {
    const id = findTagByName(db, name)?.id ?? insertRecorded(db, name, undefined)
    const changed = addTagTo(db, id, ids)
    const tag = getTag(db, id)
    if (changed.length > 0) recordOn(db, 'tag-added', tag, changed)
    return { tag, documents: changed.length }
  })
}

/** Takes the tag off documents as part of a change that goes on; how many had it. */
function takeRecorded(db: WriteDb, id: TagId, ids: readonly DocumentId[]): number {
  const changed = removeTagFrom(db, id, ids)
  if (changed.length > 0) recordOn(db, 'tag-removed', getTag(db, id), changed)
  return changed.length
}

export function untagDocuments(db: WriteDb, id: TagId, ids: readonly DocumentId[]): { documents: number } {
  return durableTransaction(db, () => ({ documents: takeRecorded(db, id, ids) }))
}

type Undone = Readonly<{
  tag: Tag
  documents: readonly DocumentId[]
  into: Tag | null
  addedTo: readonly DocumentId[]
}>

/** Deleted and merged tags of this session, each complete, so that each can be put back once. */
export class TagUndoList {
  readonly #kept = new Map<string, Undone>()

  delete(db: WriteDb, id: TagId): TagUndo {
    return durableTransaction(db, () => {
      const tag = getTag(db, id)
      const documents = listTagged(db, id)
      removeTag(db, id)
      recordOn(db, 'tag-deleted', tag, documents)
      return this.#keep({ tag, documents, into: null, addedTo: [] })
    })
  }

  /** What warned goes on warning under its new name. Throws SanadError `bad-request` when both are the same tag. */
  merge(db: WriteDb, from: TagId, into: TagId): TagUndo {
    if (from === into) throw new SanadError('bad-request', 'A tag can not be merged into itself.')
    return durableTransaction(db, () => {
      const tag = getTag(db, from)
      const target = getTag(db, into)
      const documents = listTagged(db, from)
      const addedTo = addTagTo(db, into, documents)
      removeTag(db, from)
      const merged = { tag: from, name: tag.name, into, intoName: target.name }
      recordCustodyOf(db, 'tag-merged', merged, listSha256Of(db, documents))
      if (tag.isWarning) warnRecorded(db, target, true)
      return this.#keep({ tag, documents, into: target, addedTo })
    })
  }

  /** Throws SanadError `not-found` when it was undone before, `tag-exists` when a new tag has taken the name. */
  undo(db: WriteDb, undoId: string): void {
    const undone = this.#kept.get(undoId)
    if (!undone) throw new SanadError('not-found', 'This can not be undone any more.')
    durableTransaction(db, () => {
      refuseSameName(db, undone.tag.name)
      restoreTag(db, undone.tag, Date.now())
      recordOn(db, 'tag-restored', undone.tag, addTagTo(db, undone.tag.id, undone.documents))
      const { into } = undone
      if (into === null) return
      takeRecorded(db, into.id, undone.addedTo)
      // Only where the merge switched it on, and not what a person has chosen since.
      const now = findTag(db, into.id)
      if (now && undone.tag.isWarning && !into.isWarning) warnRecorded(db, now, false)
    })
    this.#kept.delete(undoId)
  }

  #keep(undone: Undone): TagUndo {
    const undoId = randomUUID()
    this.#kept.set(undoId, undone)
    return { undoId, documents: undone.documents.length }
  }
}
