import { archiveName } from '#engine/archive-name'
import type { ArchivePlace } from '#engine/integrity/archive-place'
import type { Repair } from '#engine/integrity/repair'
import { type ArchiveKeys, forgetKeys } from '#engine/keys/archive-keys'
import type { Thread } from '#engine/threads/thread-client'
import type { ArchiveSession } from '#main/archive-session'
import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'
import type { CommandArgs, CommandOutput } from '#shared/contract'
import { SanadError } from '#shared/errors'
import type { Damage, Repaired } from '#shared/model/integrity'

type Outcome = CommandOutput<'integrity.repair'>

export type Repairs = Readonly<{
  /** Lets `start` start the engine of an archive, and remembers the archive when it is damaged. */
  watch: (place: ArchivePlace, start: () => Promise<EngineClient>) => Promise<EngineClient>
  /** What is wrong with the archive that did not open; null when the last one that was opened did. */
  damage: () => Promise<Damage | null>
  /** Mends the archive that did not open, and opens it. Rejects with SanadError. */
  repair: (input: CommandArgs<'integrity.repair'>) => Promise<Outcome>
  /** Puts a snapshot in the place of the open archive's database. When that fails, the archive is opened as it was. */
  restore: (day: string) => Promise<Outcome>
  /**
   * Forgets the archive that did not open, when it has a passphrase: whoever wants it mended unlocks it again. While it is being mended it is
   * forgotten at the end of that. True when it is forgotten in this very call.
   */
  forgetLocked: () => boolean
}>

export type RepairsParts = Readonly<{
  archives: () => Pick<ArchiveSession, 'state' | 'open' | 'close'>
  /** Starts a thread for an archive that is not open. */
  startThread: (place: ArchivePlace) => Promise<Thread>
  events: EventHub
}>

/** Mending archives: each in a thread of its own, while no engine has it open. */
export function createRepairs({ archives, startThread, events }: RepairsParts): Repairs {
  let last: ArchivePlace | undefined
  let damaged: ArchivePlace | undefined
  let isMending = false
  let isLockWanted = false

  const ask = async <T>(place: ArchivePlace, name: string, input: unknown): Promise<T> => {
    const thread = await startThread(place)
    try {
      return (await thread.call(name, input)) as T
    } finally {
      events.emit('integrity.repairing', null)
      await thread.close()
    }
  }
  const forgetDamaged = (): void => {
    if (damaged?.keys) forgetKeys(damaged.keys)
    damaged = undefined
  }
  const forgetLocked = (): boolean => {
    isLockWanted = isMending
    if (isMending || !damaged?.keys) return false
    forgetDamaged()
    return true
  }
  const reopened = async ({ directory }: ArchivePlace, repaired: Repaired): Promise<Outcome> => ({
    state: await archives().open(directory, { create: false }),
    repaired
  })
  const mend = async (place: ArchivePlace, repair: Repair): Promise<Outcome> => {
    isMending = true
    isLockWanted = false
    try {
      const repaired = await ask<Repaired>(place, 'engine.repair', repair)
      if (place === damaged) forgetDamaged()
      return await reopened(place, repaired)
    } finally {
      isMending = false
      if (isLockWanted) forgetLocked()
    }
  }

  return {
    watch: async (place, start) => {
      try {
        const engine = await start()
        last = place
        forgetDamaged()
        return engine
      } catch (error) {
        if (error instanceof SanadError && error.code === 'archive-damaged') {
          forgetDamaged()
          damaged = { directory: place.directory, keys: copyOf(place.keys) }
          events.emit('archive.damaged', { name: archiveName(place.directory) })
        }
        throw error
      }
    },
    damage: async () => (damaged === undefined ? null : ask<Damage>(damaged, 'engine.diagnose', {})),
    repair: async ({ way, day }) => {
      if (damaged === undefined) throw new SanadError('not-found', 'there is no damaged archive')
      if (way === 'snapshot' && day === undefined) throw new SanadError('bad-request', 'a snapshot is named by its day')
      return mend(damaged, way === 'snapshot' ? { way, day: day ?? '' } : { way })
    },
    forgetLocked,
    restore: async (day) => {
      const { open } = await archives().state()
      if (open === null) throw new SanadError('no-archive-open', 'no archive is open')
      // Before it is closed: of an encrypted one the passphrase would be asked for again, for nothing.
      if (open.isReadOnly) throw new SanadError('archive-read-only', `${open.directory} lies where nothing can be written`)
      const keys = last?.directory === open.directory ? copyOf(last.keys) : null
      const place = { directory: open.directory, keys }
      await archives().close()
      try {
        return await mend(place, { way: 'snapshot', day })
      } catch (error) {
        await archives().open(open.directory, { create: false })
        throw error
      } finally {
        if (keys) forgetKeys(keys)
      }
    }
  }
}

/** The session overwrites its own when it locks. */
function copyOf(keys: ArchiveKeys | null): ArchiveKeys | null {
  return keys && { database: keys.database.slice(), originals: keys.originals.slice(), names: keys.names.slice() }
}
