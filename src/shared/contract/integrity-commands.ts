/** Verifying the archive, its snapshots, and mending what is damaged. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import type { ArchiveState } from '#shared/model/app'
import {
  type Damage,
  type IntegrityState,
  REPAIR_WAYS,
  type Repaired,
  type Snapshot,
  VERIFY_SCHEDULES,
  type VerificationReport,
  type VerifyProgress
} from '#shared/model/integrity'

const nothing = v.strictObject({})
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

export const integrityCommands = {
  'integrity.state': command<IntegrityState>()('care', nothing),
  /** Begins a thorough verification in the background; when one runs already, answers with that one. */
  'integrity.verify': command<VerifyProgress>()('care', nothing),
  'integrity.pause': command<null>()('care', nothing),
  'integrity.resume': command<null>()('care', nothing),
  'integrity.cancel': command<null>()('care', nothing),
  /** What the newest verification found; null when there was none. */
  'integrity.report': command<VerificationReport | null>()('care', nothing),
  'integrity.takeSnapshot': command<Snapshot>()('care', nothing),
  'integrity.setSchedule': command<null>()('write', v.strictObject({ schedule: v.picklist(VERIFY_SCHEDULES) })),

  /** What is wrong with the archive that did not open, and what can be done; null when there is none. */
  'integrity.damage': command<Damage | null>()('main', nothing),
  /** Mends the archive that did not open, and opens it. `day` is of a snapshot. */
  'integrity.repair': command<Readonly<{ state: ArchiveState; repaired: Repaired }>>()(
    'main',
    v.strictObject({ way: v.picklist(REPAIR_WAYS), day: v.optional(day) })
  ),
  /** Closes the open archive, puts the database of a snapshot in the place of its own, which is kept, and opens it again. */
  'integrity.restore': command<Readonly<{ state: ArchiveState; repaired: Repaired }>>()('main', v.strictObject({ day }))
} as const
