/** The network that there is not: what was refused. */
import * as v from 'valibot'
import { command } from '#shared/contract/command'
import { documentIdSchema } from '#shared/model/ids'
import type { NetworkRefusals, PageRefusals } from '#shared/model/refusals'

export const networkCommands = {
  /** Since the program started. */
  'network.refusals': command<NetworkRefusals>()('main', v.strictObject({})),
  /** What the saved page of a document wanted from the network; null until it has been shown. */
  'network.ofPage': command<PageRefusals | null>()('main', v.strictObject({ id: documentIdSchema }))
} as const
