import type { ReadDb, WriteDb } from '#engine/store/connection'
import { row, rows, run } from '#engine/store/statement'
import type { DocumentId, NameId } from '#shared/model/ids'
import type { DocumentName, NameKind, NameSummary, SpellingOrigin } from '#shared/model/name'
import { indexText } from '#shared/text/index-text'

/** A spelling's row, as it is kept and put back. */
export type SpellingRow = Readonly<{ key: string; text: string; isOn: boolean; origin: SpellingOrigin; addedAt: number }>
/** A card complete, so that it can be put back as it was. */
export type NameRow = Readonly<{
  id: NameId
  kind: NameKind
  label: string
  note: string
  createdAt: number
  spellings: readonly SpellingRow[]
}>

type Listed = Omit<NameSummary, 'also'>

const SUMMARY = `SELECT n.id, n.kind, n.label, (SELECT count(*) FROM mention WHERE name_id = n.id) AS documents FROM name n`
const LATIN = /^[\p{Script=Latin}\s\p{P}]*$/u

const isLatin = (text: string): boolean => LATIN.test(text)

/** The first spelling that is on and is written otherwise than the label: beside a Latin one, one that is not. */
function withOtherScript(db: ReadDb, listed: Listed): NameSummary {
  const spellings = rows<{ text: string }>(
    db,
    'SELECT text FROM name_spelling WHERE name_id = ? AND is_on = 1 ORDER BY added_at, key',
    [listed.id]
  )
  const also = spellings.find(({ text }) => isLatin(text) !== isLatin(listed.label))?.text ?? null
  return { ...listed, also }
}

/** Cards, those in most documents first, at most `limit`. */
export function listNames(db: ReadDb, limit: number): NameSummary[] {
  return rows<Listed>(db, `${SUMMARY} ORDER BY documents DESC, n.label_key, n.id LIMIT ?`, [limit]).map((listed) =>
    withOtherScript(db, listed)
  )
}

export function findName(db: ReadDb, id: NameId): NameSummary | undefined {
  const listed = row<Listed>(db, `${SUMMARY} WHERE n.id = ?`, [id])
  return listed && withOtherScript(db, listed)
}

/** Cards with all that they are found by, for looking one up by a part of a name; no order. `also` is a spelling other than the label. */
export function listNameLabels(db: ReadDb, limit: number) {
  return rows<{ id: NameId; kind: NameKind; label: string; also: string; spellings: string; documents: number }>(
    db,
    `SELECT n.id, n.kind, n.label, coalesce(min(CASE WHEN s.key <> n.label_key THEN s.text END), '') AS also,
       coalesce(group_concat(s.text, ' '), '') AS spellings, (SELECT count(*) FROM mention WHERE name_id = n.id) AS documents
     FROM name n LEFT JOIN name_spelling s ON s.name_id = n.id AND s.is_on = 1 GROUP BY n.id LIMIT ?`,
    [limit]
  )
}

/** Cards with this label or spelling, switched on or off. */
export function listNamesWith(db: ReadDb, text: string): NameSummary[] {
  const key = indexText(text)
  if (key === '') return []
  return rows<Listed>(
    db,
    `${SUMMARY} WHERE n.label_key = ? OR n.id IN (SELECT name_id FROM name_spelling WHERE key = ?) ORDER BY documents DESC, n.id LIMIT 20`,
    [key, key]
  ).map((listed) => withOtherScript(db, listed))
}

/** Cards that a document mentions, most often mentioned first. */
export function listNamesIn(db: ReadDb, id: DocumentId): DocumentName[] {
  return rows<DocumentName>(
    db,
    `SELECT n.id, n.kind, n.label, m.hits FROM mention m JOIN name n ON n.id = m.name_id
     WHERE m.document_id = ? ORDER BY m.hits DESC, n.label_key, n.id`,
    [id]
  )
}

export function findNameRow(db: ReadDb, id: NameId): NameRow | undefined {
  const name = row<Omit<NameRow, 'spellings'>>(
    db,
    'SELECT id, kind, label, note, created_at AS createdAt FROM name WHERE id = ?',
    [id]
  )
  if (!name) return undefined
  const spellings = rows<Omit<SpellingRow, 'isOn'> & { isOn: number }>(
    db,
    'SELECT key, text, is_on AS isOn, origin, added_at AS addedAt FROM name_spelling WHERE name_id = ? ORDER BY added_at, key',
    [id]
  )
  return { ...name, spellings: spellings.map((spelling) => ({ ...spelling, isOn: spelling.isOn === 1 })) }
}

export function insertName(db: WriteDb, kind: NameKind, label: string, note: string, now: number): NameId {
  return run(db, 'INSERT INTO name (kind, label, label_key, note, created_at) VALUES (?, ?, ?, ?, ?)', [
    kind,
    label,
    indexText(label),
    note,
    now
  ]).id as NameId
}

/** Puts a card back under its own id, with its spellings. */
export function restoreName(db: WriteDb, name: NameRow): void {
  run(db, 'INSERT INTO name (id, kind, label, label_key, note, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    name.id,
    name.kind,
    name.label,
    indexText(name.label),
    name.note,
    name.createdAt
  ])
  for (const spelling of name.spellings) saveSpelling(db, name.id, spelling)
}

export function updateName(db: WriteDb, id: NameId, { kind, label, note }: Pick<NameRow, 'kind' | 'label' | 'note'>): void {
  run(db, 'UPDATE name SET kind = ?, label = ?, label_key = ?, note = ? WHERE id = ?', [kind, label, indexText(label), note, id])
}

/** With its spellings and mentions. */
export function removeName(db: WriteDb, id: NameId): void {
  run(db, 'DELETE FROM name WHERE id = ?', [id])
}

/** Adds a spelling; one with the same key keeps its place and is switched as this one is. */
export function saveSpelling(db: WriteDb, id: NameId, { key, text, isOn, origin, addedAt }: SpellingRow): void {
  run(
    db,
    `INSERT INTO name_spelling (name_id, key, text, is_on, origin, added_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (name_id, key) DO UPDATE SET is_on = excluded.is_on`,
    [id, key, text, isOn ? 1 : 0, origin, addedAt]
  )
}

/** False when the card has no such spelling. */
export function switchSpelling(db: WriteDb, id: NameId, key: string, isOn: boolean): boolean {
  return run(db, 'UPDATE name_spelling SET is_on = ? WHERE name_id = ? AND key = ?', [isOn ? 1 : 0, id, key]).changes > 0
}

export function removeSpelling(db: WriteDb, id: NameId, key: string): boolean {
  return run(db, 'DELETE FROM name_spelling WHERE name_id = ? AND key = ?', [id, key]).changes > 0
}

/** What a change can be taken back with, as JSON. */
export type KeptUndo = Readonly<{ before: string; after: string }>

const MOST_KEPT = 100

/**
 * Keeps the newest hundred. Each is made later than those that are there, also when the clock was put back: or it would be the first to go.
 */
export function saveUndo(db: WriteDb, id: string, { before, after }: KeptUndo, now: number): void {
  run(
    db,
    `INSERT INTO name_undo (id, made_at, before, after)
     VALUES (?, max(?, coalesce((SELECT max(made_at) + 1 FROM name_undo), 0)), ?, ?)`,
    [id, now, before, after]
  )
  run(db, `DELETE FROM name_undo WHERE id NOT IN (SELECT id FROM name_undo ORDER BY made_at DESC LIMIT ${MOST_KEPT})`)
}

/** Takes it out: each can be used once. */
export function takeUndo(db: WriteDb, id: string): KeptUndo | undefined {
  const kept = row<KeptUndo>(db, 'SELECT before, after FROM name_undo WHERE id = ?', [id])
  if (kept) run(db, 'DELETE FROM name_undo WHERE id = ?', [id])
  return kept
}
