/** Roll-calls: lists of names or queries looked for in one go, and what was found for each line. */

import * as v from 'valibot'
import { command } from '#shared/contract/command'
import { rollCallIdSchema } from '#shared/model/ids'
import {
  type LineNearest,
  type LinePassages,
  type ListPreview,
  ROLL_CALL_MODES,
  ROLL_CALL_SORTS,
  ROLL_CALL_TABS,
  type RollCall,
  type RollCallLine,
  type RollCallProgress
} from '#shared/model/rollcall'
import { LONGEST_PASTE, MOST_COLUMNS } from '#shared/rollcall/limits'

const choiceId = v.pipe(v.string(), v.maxLength(64))
const text = v.pipe(v.string(), v.maxLength(LONGEST_PASTE))
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const mode = v.picklist(ROLL_CALL_MODES)
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))
const positions = v.pipe(v.array(position), v.minLength(1), v.maxLength(40))
const one = v.strictObject({ id: rollCallIdSchema })
const choice = v.strictObject({
  sheet: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))), null),
  column: v.optional(
    v.nullable(v.union([v.literal('whole'), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_COLUMNS - 1))])),
    null
  ),
  header: v.optional(v.nullable(v.boolean()), null)
})

export const rollCallCommands = {
  /** Newest first. */
  'rollcall.list': command<readonly RollCall[]>()('read', v.strictObject({})),
  /** Asks for a file with the native dialog and reads it as a list. Null when the person cancelled. */
  'rollcall.choose': command<ListPreview | null>()('main', v.strictObject({ mode })),
  /** Reads the chosen file anew: another sheet, column, header or mode. */
  'rollcall.previewChosen': command<ListPreview>()('main', v.strictObject({ choiceId, choice, mode })),
  'rollcall.previewPasted': command<ListPreview>()('read', v.strictObject({ text, choice, mode })),
  /** Saves the list and begins to look for it. */
  'rollcall.createChosen': command<RollCall>()('main', v.strictObject({ choiceId, choice, mode, name })),
  'rollcall.createPasted': command<RollCall>()('write', v.strictObject({ text, choice, mode, name })),
  /** Runs it again, or goes on where it was cut short. */
  'rollcall.run': command<RollCall>()('write', one),
  'rollcall.cancel': command<null>()('write', v.strictObject({})),
  /** The roll-call under way; null when there is none. */
  'rollcall.current': command<RollCallProgress | null>()('write', v.strictObject({})),
  'rollcall.rename': command<RollCall>()('write', v.strictObject({ id: rollCallIdSchema, name })),
  /** It can be put back until the archive is closed. */
  'rollcall.delete': command<null>()('write', one),
  'rollcall.undelete': command<null>()('write', one),
  'rollcall.lines': command<{ total: number; lines: readonly RollCallLine[] }>()(
    'read',
    v.strictObject({
      id: rollCallIdSchema,
      tab: v.picklist(ROLL_CALL_TABS),
      freshOnly: v.optional(v.boolean(), false),
      text: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
      sort: v.optional(v.picklist(ROLL_CALL_SORTS), 'number'),
      offset: position,
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))
    })
  ),
  /** The best `limit` documents of these lines, each with its first passage. */
  'rollcall.passages': command<readonly LinePassages[]>()(
    'read',
    v.strictObject({
      id: rollCallIdSchema,
      positions,
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 1)
    })
  ),
  /** What is spelled nearly like these lines and stands in the archive. */
  'rollcall.nearest': command<readonly LineNearest[]>()('read', v.strictObject({ id: rollCallIdSchema, positions })),
  /** Asks where with the native dialog and writes CSV there. Null when the person cancelled. */
  'rollcall.export': command<{ name: string; lines: number } | null>()('main', one)
} as const
