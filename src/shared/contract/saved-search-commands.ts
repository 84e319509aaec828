/** Saved searches and the research trail. Both live in the archive and nowhere else. */

import * as v from 'valibot'
import { command } from '#shared/contract/command'
import { documentIdSchema, savedSearchIdSchema, trailIdSchema } from '#shared/model/ids'
import type { SavedSearch, SavedSearchCount } from '#shared/model/saved-search'
import { searchDataSchema } from '#shared/model/search-data'
import type { Trail } from '#shared/model/trail'

const nothing = v.strictObject({})
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))
const id = savedSearchIdSchema
const undo = v.pipe(v.string(), v.maxLength(64))
const documents = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))

export const savedSearchCommands = {
  /** In the order the person gave them. */
  'savedSearches.list': command<readonly SavedSearch[]>()('read', nothing),
  /** Counted anew in small steps, never in the way of a search; asked again too soon, it answers later. */
  'savedSearches.counts': command<readonly SavedSearchCount[]>()('read', nothing),
  /** What the search finds now counts as looked at. Refuses with `name-taken`. */
  'savedSearches.save': command<SavedSearch>()('write', v.strictObject({ name, search: searchDataSchema })),
  /** Puts another search under the same name. What it finds now counts as looked at. */
  'savedSearches.update': command<SavedSearch>()('write', v.strictObject({ id, search: searchDataSchema })),
  /** Refuses with `name-taken`. */
  'savedSearches.rename': command<SavedSearch>()('write', v.strictObject({ id, name })),
  'savedSearches.move': command<null>()('write', v.strictObject({ id, step: v.picklist([-1, 1]) })),
  'savedSearches.delete': command<{ undoId: string }>()('write', v.strictObject({ id })),
  'savedSearches.undo': command<null>()('write', v.strictObject({ undoId: undo })),
  /** The person sees the result: what it holds now is new no more. */
  'savedSearches.look': command<null>()('write', v.strictObject({ id })),

  'trail.get': command<Trail>()('read', nothing),
  /** Notes a finished search. Nothing is written while the trail is switched off, nor for a search without words. */
  'trail.record': command<null>()('write', v.strictObject({ search: searchDataSchema, documents })),
  /** Notes that a document was opened from the result of the search noted last, if it is this one. */
  'trail.open': command<null>()('write', v.strictObject({ search: searchDataSchema, id: documentIdSchema })),
  'trail.setKept': command<null>()('write', v.strictObject({ isKept: v.boolean() })),
  /** Removes these entries, or all (null), from the file itself: there is no undo. */
  'trail.clear': command<null>()(
    'write',
    v.strictObject({ ids: v.nullable(v.pipe(v.array(trailIdSchema), v.minLength(1), v.maxLength(10_000))) })
  )
} as const
