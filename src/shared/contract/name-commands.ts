/** Name cards: people, organisations and places, with all their spellings. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import { documentIdSchema, type NameId, nameIdSchema } from '#shared/model/ids'
import {
  type DocumentName,
  NAME_KINDS,
  type NameCard,
  type NameMention,
  type NameNearby,
  type NameProposal,
  type NameSummary,
  type NamesMade,
  type NameUndo,
  SPELLING_ORIGINS
} from '#shared/model/name'

const spelling = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300))
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(2000))
const kind = v.picklist(NAME_KINDS)
const id = nameIdSchema
const newSpelling = v.strictObject({ text: spelling, origin: v.picklist(SPELLING_ORIGINS) })

export const nameCommands = {
  /** Cards mentioned in most documents first. */
  'names.list': command<readonly NameSummary[]>()(
    'read',
    v.strictObject({ limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)) })
  ),
  'names.get': command<NameCard>()('read', v.strictObject({ id })),
  /** Documents that mention the card, newest first; of one year (null: undated) or with one spelling where given. */
  'names.mentions': command<{ total: number; mentions: readonly NameMention[] }>()(
    'read',
    v.strictObject({
      id,
      year: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)))),
      key: v.optional(key),
      offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))
    })
  ),
  /** Other cards mentioned in the same documents, those most often within a few words first. */
  'names.nearby': command<readonly NameNearby[]>()('read', v.strictObject({ id })),
  /** Spellings that a card, or a name, may have too, likeliest first. Nothing is changed. */
  'names.propose': command<readonly NameProposal[]>()(
    'read',
    v.variant('of', [
      v.strictObject({ of: v.literal('card'), id }),
      v.strictObject({ of: v.literal('text'), text: spelling, kind })
    ])
  ),
  /** Cards that have this label or spelling already. */
  'names.with': command<readonly NameSummary[]>()('read', v.strictObject({ text: v.pipe(v.string(), v.maxLength(10_000)) })),
  'names.inDocument': command<readonly DocumentName[]>()('read', v.strictObject({ id: documentIdSchema })),

  /** The spellings given are switched on; without any, the label is the spelling. */
  'names.create': command<NameSummary>()(
    'write',
    v.strictObject({ kind, label: spelling, spellings: v.pipe(v.array(newSpelling), v.maxLength(200)) })
  ),
  /** One card for each name of a list, each with that one spelling. */
  'names.createMany': command<NamesMade>()(
    'write',
    v.strictObject({ kind, labels: v.pipe(v.array(spelling), v.minLength(1), v.maxLength(1000)) })
  ),
  'names.edit': command<NameSummary>()(
    'write',
    v.strictObject({
      id,
      kind: v.optional(kind),
      label: v.optional(spelling),
      note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(10_000)))
    })
  ),
  'names.addSpellings': command<NameSummary>()(
    'write',
    v.strictObject({ id, spellings: v.pipe(v.array(newSpelling), v.minLength(1), v.maxLength(200)) })
  ),
  'names.switchSpelling': command<NameSummary>()('write', v.strictObject({ id, key, isOn: v.boolean() })),
  'names.removeSpelling': command<NameUndo>()('write', v.strictObject({ id, key })),
  /** Gives all spellings of `from` to `into` and removes `from`. */
  'names.merge': command<NameUndo>()('write', v.strictObject({ from: id, into: id })),
  /** Moves some spellings to a new card. */
  'names.split': command<NameUndo & { id: NameId }>()(
    'write',
    v.strictObject({ id, keys: v.pipe(v.array(key), v.minLength(1), v.maxLength(200)), label: spelling })
  ),
  'names.delete': command<NameUndo>()('write', v.strictObject({ id })),
  'names.undo': command<null>()('write', v.strictObject({ undoId: v.pipe(v.string(), v.maxLength(64)) }))
} as const
