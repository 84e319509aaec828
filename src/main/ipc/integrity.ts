import type { MainHandlers } from '#main/ipc/main-handlers'
import type { Repairs } from '#main/repairs'

export type IntegrityHandlers = Pick<MainHandlers, 'integrity.damage' | 'integrity.repair' | 'integrity.restore'>

/** Mending an archive that did not open, and going back to a snapshot. */
export function integrityHandlers(repairs: Repairs): IntegrityHandlers {
  return {
    'integrity.damage': () => repairs.damage(),
    'integrity.repair': (input) => repairs.repair(input),
    'integrity.restore': ({ day }) => repairs.restore(day)
  }
}
