import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import { TAG_COLORS, type Tag, type TagColor, type TagRef } from '#shared/model/document'
import type { DocumentId, TagId } from '#shared/model/ids'
import { labelKey } from '#shared/text/label-key'

/** Two spellings that fold to the same words are one tag; a name without words (an emoji) stands for itself. */
export const tagKey = labelKey

const SELECT = `SELECT t.id, t.name, t.color, t.is_warning AS isWarning,
  (SELECT count(*) FROM document_tag WHERE tag_id = t.id) AS documents FROM tag t`

type Stored<T extends TagRef> = Omit<T, 'isWarning'> & Readonly<{ isWarning: number }>

/** A tag as SQLite gives it, which has no booleans. */
export const asTag = <T extends TagRef>(stored: Stored<T>): T => ({ ...stored, isWarning: stored.isWarning === 1 }) as T

export function findTag(db: ReadDb, id: TagId): Tag | undefined {
  const stored = row<Stored<Tag>>(db, `${SELECT} WHERE t.id = ?`, [id])
  return stored && asTag<Tag>(stored)
}

export function findTagByName(db: ReadDb, name: string): Tag | undefined {
  const stored = row<Stored<Tag>>(db, `${SELECT} WHERE t.name_key = ?`, [tagKey(name)])
  return stored && asTag<Tag>(stored)
}

/** By name, with exact counts. */
export function listTags(db: ReadDb): Tag[] {
  return rows<Stored<Tag>>(db, `${SELECT} ORDER BY t.name_key, t.id`).map((stored) => asTag<Tag>(stored))
}

/** The colour used least so far, so that neighbours differ. */
function nextColor(db: ReadDb): TagColor {
  const used = new Map(
    rows<{ color: TagColor; n: number }>(db, 'SELECT color, count(*) AS n FROM tag GROUP BY color').map((u) => [u.color, u.n])
  )
  return TAG_COLORS.reduce((best, color) => ((used.get(color) ?? 0) < (used.get(best) ?? 0) ? color : best), TAG_COLORS[0])
}

export function insertTag(db: WriteDb, name: string, color: TagColor | undefined, now: number): TagId {
  return run(db, 'INSERT INTO tag (name, name_key, color, created_at) VALUES (?, ?, ?, ?)', [
    name,
    tagKey(name),
    color ?? nextColor(db),
    now
  ]).id as TagId
}

/** Puts a deleted tag back under its old id. */
export function restoreTag(db: WriteDb, tag: Tag, now: number): void {
  run(db, 'INSERT INTO tag (id, name, name_key, color, is_warning, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    tag.id,
    tag.name,
    tagKey(tag.name),
    tag.color,
    Number(tag.isWarning),
    now
  ])
}

export function renameTag(db: WriteDb, id: TagId, name: string): void {
  run(db, 'UPDATE tag SET name = ?, name_key = ? WHERE id = ?', [name, tagKey(name), id])
}

export function setTagColor(db: WriteDb, id: TagId, color: TagColor): void {
  run(db, 'UPDATE tag SET color = ? WHERE id = ?', [color, id])
}

export function setTagWarning(db: WriteDb, id: TagId, isWarning: boolean): void {
  run(db, 'UPDATE tag SET is_warning = ? WHERE id = ?', [Number(isWarning), id])
}

export function removeTag(db: WriteDb, id: TagId): void {
  run(db, 'DELETE FROM document_tag WHERE tag_id = ?', [id])
  run(db, 'DELETE FROM tag WHERE id = ?', [id])
}

export function listTagged(db: ReadDb, id: TagId): DocumentId[] {
  return rows<{ id: DocumentId }>(db, 'SELECT document_id AS id FROM document_tag WHERE tag_id = ?', [id]).map(
    (tagged) => tagged.id
  )
}

/** How many of these documents have each tag; tags that none of them has are left out. Cost: linear in their tags. */
export function countTagsOn(db: ReadDb, ids: readonly DocumentId[]): Readonly<{ id: TagId; documents: number }>[] {
  return rows<{ id: TagId; documents: number }>(
    db,
    `SELECT tag_id AS id, count(*) AS documents FROM document_tag
     WHERE document_id IN (SELECT value FROM json_each(?)) GROUP BY tag_id`,
    [JSON.stringify(ids)]
  )
}

/** Those of the documents that did not have the tag before. Unknown documents are passed over. */
export function addTagTo(db: WriteDb, tag: TagId, ids: readonly DocumentId[]): DocumentId[] {
  const sql = 'INSERT OR IGNORE INTO document_tag (tag_id, document_id) SELECT ?, id FROM document WHERE id = ?'
  return ids.filter((id) => run(db, sql, [tag, id]).changes > 0)
}

/** Those of the documents that had the tag. */
export function removeTagFrom(db: WriteDb, tag: TagId, ids: readonly DocumentId[]): DocumentId[] {
  return ids.filter((id) => run(db, 'DELETE FROM document_tag WHERE tag_id = ? AND document_id = ?', [tag, id]).changes > 0)
}
