import type { ReadHandlers } from '#engine/commands/read-session'
import { readCard } from '#engine/names/card'
import { listMentions } from '#engine/names/card-mentions'
import { listNearby } from '#engine/names/nearby'
import { proposeForCard, proposeForText } from '#engine/names/propose'
import { listNames, listNamesIn, listNamesWith } from '#engine/store/names'

/** The reading commands of name cards. */
export const nameReading = {
  'names.list': ({ db }, { limit }) => listNames(db, limit),
  'names.get': ({ db }, { id }) => readCard(db, id),
  'names.mentions': ({ db, texts }, { id, year, key, offset, limit }) =>
    listMentions(db, texts, id, { year, key }, { offset, limit }),
  'names.nearby': ({ db }, { id }) => listNearby(db, id),
  'names.propose': ({ db }, asked) =>
    asked.of === 'card' ? proposeForCard(db, asked.id) : proposeForText(db, asked.text, asked.kind),
  'names.with': ({ db }, { text }) => listNamesWith(db, text),
  'names.inDocument': ({ db }, { id }) => listNamesIn(db, id)
} satisfies Partial<ReadHandlers>
