/** Making and changing name cards. Each change is on disk, mentions and all, when it returns. */

import { recordCard, recordCardChanged } from '#engine/custody/record-card'
import type { ReadDb, WriteDb } from '#engine/store/connection'
import { erasableTransaction } from '#engine/store/erasing'
import { forgetSpellings, refreshMentions } from '#engine/store/mentions'
import {
  findName,
  findNameRow,
  insertName,
  type NameRow,
  removeSpelling,
  saveSpelling,
  switchSpelling,
  updateName
} from '#engine/store/names'
import { SanadError } from '#shared/errors'
import type { NameId } from '#shared/model/ids'
import type { NameKind, NameSummary, SpellingOrigin } from '#shared/model/name'
import { indexText } from '#shared/text/index-text'

/** Spellings of one card: far beyond what a name has. */
const MOST_SPELLINGS = 200
const LONGEST_SPELLING = 24

export type NewSpelling = Readonly<{ text: string; origin: SpellingOrigin; isOn?: boolean }>
export type NewName = Readonly<{ kind: NameKind; label: string; spellings: readonly NewSpelling[] }>

/** Throws SanadError `not-found`. */
export function getName(db: ReadDb, id: NameId): NameSummary {
  const name = findName(db, id)
  if (!name) throw new SanadError('not-found', `There is no name card ${id} in this archive.`)
  return name
}

/** Throws SanadError `not-found`. */
export function getNameRow(db: ReadDb, id: NameId): NameRow {
  const name = findNameRow(db, id)
  if (!name) throw new SanadError('not-found', `There is no name card ${id} in this archive.`)
  return name
}

/** Runs a change of cards; mentions of later imports are counted by what it left, even when it failed half-way. */
export function changingNames<T>(db: WriteDb, change: () => T): T {
  try {
    return erasableTransaction(db, change)
  } finally {
    forgetSpellings(db)
  }
}

/** Throws SanadError `bad-spelling` for a spelling without a letter or digit, or of more words than a name has. */
function keyOf(text: string): string {
  const key = indexText(text)
  if (key === '') throw new SanadError('bad-spelling', `“${text}” holds no letter or digit that could be searched.`)
  if (key.split(' ').length > LONGEST_SPELLING)
    throw new SanadError('bad-spelling', `“${text.slice(0, 60)}…” is too long for a name: at most ${LONGEST_SPELLING} words.`)
  return key
}

function putSpellings(db: WriteDb, id: NameId, spellings: readonly NewSpelling[]): void {
  for (const { text, origin, isOn = true } of spellings)
    saveSpelling(db, id, { key: keyOf(text), text: text.trim(), isOn, origin, addedAt: Date.now() })
  if (getNameRow(db, id).spellings.length > MOST_SPELLINGS)
    throw new SanadError('too-many-spellings', `A name card holds at most ${MOST_SPELLINGS} spellings.`)
}

/** Cards in the order given; each is found by its label and the given spellings. Throws SanadError `bad-spelling` or `too-many-spellings`. */
export function createNames(db: WriteDb, names: readonly NewName[]): NameSummary[] {
  return changingNames(db, () => putNames(db, names))
}

/** `createNames` as part of a change that goes on. */
export function putNames(db: WriteDb, names: readonly NewName[]): NameSummary[] {
  const ids = names.map(({ kind, label, spellings }) => {
    const id = insertName(db, kind, label.trim(), '', Date.now())
    putSpellings(db, id, spellings.length > 0 ? spellings : [{ text: label, origin: 'typed' }])
    refreshMentions(db, id)
    recordCard(db, 'card-created', getNameRow(db, id))
    return id
  })
  return ids.map((id) => getName(db, id))
}

/** Changes one card, and records what is otherwise then. Throws SanadError `not-found`. */
function changeCard(db: WriteDb, id: NameId, change: (before: NameRow) => void): NameSummary {
  const before = getNameRow(db, id)
  change(before)
  recordCardChanged(db, before, getNameRow(db, id))
  return getName(db, id)
}

/** Throws SanadError `not-found`. */
export function editName(db: WriteDb, id: NameId, edit: Partial<Pick<NameRow, 'kind' | 'label' | 'note'>>): NameSummary {
  return changingNames(db, () => changeCard(db, id, (before) => updateName(db, id, { ...before, ...edit })))
}

/**
 * Adds spellings, switched on unless they say otherwise; known ones are switched so.
 * Throws SanadError `not-found`, `bad-spelling` or `too-many-spellings`.
 */
export function addSpellings(db: WriteDb, id: NameId, spellings: readonly NewSpelling[]): NameSummary {
  return changingNames(db, () =>
    changeCard(db, id, () => {
      putSpellings(db, id, spellings)
      refreshMentions(db, id)
    })
  )
}

/** Throws SanadError `not-found`. */
export function turnSpelling(db: WriteDb, id: NameId, key: string, isOn: boolean): NameSummary {
  return changingNames(db, () =>
    changeCard(db, id, () => {
      if (!switchSpelling(db, id, key, isOn)) throw new SanadError('not-found', 'The card has no such spelling any more.')
      refreshMentions(db, id)
    })
  )
}

/** Throws SanadError `not-found`. */
export function dropSpelling(db: WriteDb, id: NameId, key: string): NameSummary {
  return changingNames(db, () => takeSpelling(db, id, key))
}

/** `dropSpelling` as part of a change that goes on. */
export function takeSpelling(db: WriteDb, id: NameId, key: string): NameSummary {
  return changeCard(db, id, () => {
    if (!removeSpelling(db, id, key)) throw new SanadError('not-found', 'The card has no such spelling any more.')
    refreshMentions(db, id)
  })
}
