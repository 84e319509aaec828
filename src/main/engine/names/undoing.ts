/** Changes of name cards that a wrong press could make, each of which can be taken back once, until the archive is closed. */

import { randomUUID } from 'node:crypto'
import { recordCard, recordCardChanged, recordCardMerged, recordCardSplit } from '#engine/custody/record-card'
import { changingNames, getName, getNameRow, type NewName, putNames, takeSpelling } from '#engine/names/changing'
import type { WriteDb } from '#engine/store/connection'
import { refreshMentions } from '#engine/store/mentions'
import {
  findNameRow,
  insertName,
  type NameRow,
  removeName,
  removeSpelling,
  restoreName,
  saveSpelling,
  saveUndo,
  takeUndo
} from '#engine/store/names'
import { SanadError } from '#shared/errors'
import type { NameId } from '#shared/model/ids'
import type { NamesMade, NameUndo } from '#shared/model/name'

/** Makes the cards in one go; taking it back removes them all. Throws what `createNames` throws. */
export function createNameList(db: WriteDb, names: readonly NewName[]): NamesMade {
  return changingNames(db, () => {
    const made = putNames(db, names)
    const { undoId } = keep(
      db,
      [],
      made.map(({ id }) => id),
      0
    )
    return { names: made, undoId }
  })
}

/** Takes a spelling off the card. Throws SanadError `not-found`. */
export function removeSpellingFrom(db: WriteDb, id: NameId, key: string): NameUndo {
  return changingNames(db, () => {
    const before = getNameRow(db, id)
    return keep(db, [before], [id], takeSpelling(db, id, key).documents)
  })
}

/** Throws SanadError `not-found`. */
export function deleteName(db: WriteDb, id: NameId): NameUndo {
  return changingNames(db, () => {
    const before = getNameRow(db, id)
    const { documents } = getName(db, id)
    removeName(db, id)
    recordCard(db, 'card-deleted', before)
    return keep(db, [before], [], documents)
  })
}

/**
 * Gives all spellings of `from` to `into`, switched as they were, and removes `from`; its note is put after the other's.
 * Throws SanadError `not-found`, and `bad-request` when both are the same card.
 */
export function mergeNames(db: WriteDb, from: NameId, into: NameId): NameUndo {
  if (from === into) throw new SanadError('bad-request', 'A name card can not be merged into itself.')
  return changingNames(db, () => {
    const before = [getNameRow(db, into), getNameRow(db, from)]
    const [target, source] = [getNameRow(db, into), getNameRow(db, from)]
    const known = new Map(target.spellings.map((spelling) => [spelling.key, spelling]))
    removeName(db, from)
    for (const spelling of source.spellings)
      saveSpelling(db, into, { ...spelling, isOn: spelling.isOn || known.get(spelling.key)?.isOn === true })
    const note = [target.note, source.note].filter((text) => text !== '').join('\n')
    if (note !== target.note) restoreWith(db, { ...getNameRow(db, into), note })
    refreshMentions(db, into)
    recordCardMerged(db, source, into)
    recordCardChanged(db, target, getNameRow(db, into))
    return keep(db, before, [into], getName(db, into).documents)
  })
}

/**
 * Moves some spellings to a new card of the same kind. Throws SanadError `not-found`, and `bad-split` when that would leave one of the
 * two without spellings.
 */
export function splitName(db: WriteDb, id: NameId, keys: readonly string[], label: string): NameUndo & { id: NameId } {
  return changingNames(db, () => {
    const before = getNameRow(db, id)
    const moved = before.spellings.filter(({ key }) => keys.includes(key))
    if (moved.length === 0 || moved.length === before.spellings.length)
      throw new SanadError('bad-split', 'Choose some of the spellings, and leave at least one on the card.')
    const made = insertName(db, before.kind, label.trim(), '', Date.now())
    for (const spelling of moved) {
      removeSpelling(db, id, spelling.key)
      saveSpelling(db, made, spelling)
    }
    for (const changed of [id, made]) refreshMentions(db, changed)
    recordCardSplit(db, before, made)
    return { ...keep(db, [before], [id, made], getName(db, made).documents), id: made }
  })
}

/**
 * Puts the cards back exactly as they were. Throws SanadError `not-found` when it was taken back before, and `name-changed` when the cards
 * have been changed since: then taking it back would lose that.
 */
export function undoNames(db: WriteDb, undoId: string): void {
  changingNames(db, () => {
    const kept = takeUndo(db, undoId)
    if (!kept) throw new SanadError('not-found', 'This can not be undone any more.')
    const before = JSON.parse(kept.before) as NameRow[]
    const after = JSON.parse(kept.after) as NameRow[]
    if (JSON.stringify(after.map(({ id }) => findNameRow(db, id) ?? null)) !== kept.after)
      throw new SanadError('name-changed', 'The card has been changed since, so this can not be undone any more.')
    for (const { id } of after) removeName(db, id)
    for (const name of before) restoreName(db, name)
    for (const { id } of before) refreshMentions(db, id)
    for (const name of before) recordCard(db, 'card-restored', name)
    for (const name of after) if (!before.some(({ id }) => id === name.id)) recordCard(db, 'card-deleted', name)
  })
}

function restoreWith(db: WriteDb, name: NameRow): void {
  removeName(db, name.id)
  restoreName(db, name)
}

function keep(db: WriteDb, before: readonly NameRow[], after: readonly NameId[], documents: number): NameUndo {
  const undoId = randomUUID()
  const rows = after.map((id) => getNameRow(db, id))
  saveUndo(db, undoId, { before: JSON.stringify(before), after: JSON.stringify(rows) }, Date.now())
  return { undoId, documents }
}
