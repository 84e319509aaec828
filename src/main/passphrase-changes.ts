import { forgetKeys } from '#engine/keys/archive-keys'
import type { HeldArchive, HeldArchiveParts } from '#main/held-archive'
import { SanadError } from '#shared/errors'
import type { ArchiveState, PassphraseWork } from '#shared/model/app'
import type { ImportState } from '#shared/model/importing'

export type PassphraseChanges = Readonly<{
  set: (passphrase: string) => Promise<ArchiveState>
  change: (passphrases: Readonly<{ current: string; next: string }>) => Promise<ArchiveState>
  remove: (passphrase: string) => Promise<ArchiveState>
  /** What is being done now. */
  work: () => PassphraseWork | null
}>

/** States of an import that still writes, or will. */
const UNDER_WAY: ReadonlySet<ImportState> = new Set<ImportState>(['walking', 'running', 'paused'])

/** A verification may be in the middle of a step that can not be cut short; until it has ended, the database can not be replaced. */
const CARE_PATIENCE_MS = 120_000

/**
 * Sets, changes and removes the passphrase of the archive that is held. A wrong passphrase is refused before anything is closed. Whoever
 * calls sees to it that nothing else is done to the archive meanwhile.
 */
export function createPassphraseChanges(
  held: HeldArchive,
  { passphrases, memory, events }: Pick<HeldArchiveParts, 'passphrases' | 'memory' | 'events'>
): PassphraseChanges {
  let work: PassphraseWork | null = null
  const show = (next: PassphraseWork | null): void => {
    work = next
    events.emit('archive.passphrase', next)
  }
  const settled = async (): Promise<string> => {
    const engine = held.opened()
    if (engine.isReadOnly) throw new SanadError('archive-read-only', `${engine.directory} lies where nothing can be written`)
    const running = await engine.call('import.current', {})
    if (running !== null && UNDER_WAY.has(running.state))
      throw new SanadError('import-running', 'an import runs; the passphrase can not be changed meanwhile')
    if ((await engine.call('reread.current', {})).running)
      throw new SanadError('reread-running', 'documents are read again; the passphrase can not be changed meanwhile')
    return engine.directory
  }
  /** The archive is closed while every file of it changes, and opened again whatever became of that. */
  const convert = async (what: 'set' | 'remove', passphrase: string): Promise<ArchiveState> => {
    const directory = await settled()
    const name = held.opened().name
    if (what === 'remove') {
      forgetKeys(await passphrases.unlock(directory, passphrase))
      await memory.begin(directory, 'remove')
    }
    const tell = ({ done, total }: Readonly<{ done: number; total: number }>): void => show({ what, name, done, total })
    tell({ done: 0, total: 0 })
    try {
      await held.leave(CARE_PATIENCE_MS)
      const keys = (await passphrases[what](directory, passphrase, tell)) ?? null
      await held.enter(directory, { create: false, keys })
    } catch (error) {
      // Nothing was begun: until it is opened again, a plain archive in its place is as suspicious as before.
      const isBegun = error instanceof SanadError && error.code === 'passphrase-unfinished'
      if (!isBegun && passphrases.readLockState(directory) === 'locked') memory.resume(directory)
      throw error
    } finally {
      if (held.engine === undefined) await held.approach(directory, false).catch((error: unknown) => held.noteProblem(error))
      show(null)
      await held.announce()
    }
    return held.describe()
  }
  return {
    set: (passphrase) => convert('set', passphrase),
    remove: (passphrase) => convert('remove', passphrase),
    change: async (given) => {
      const directory = await settled()
      await memory.begin(directory, 'change')
      // Whatever came of it, the key file that is there now is the one.
      await passphrases.change(directory, given).finally(() => held.rememberPassphrase())
      return held.describe()
    },
    work: () => work
  }
}
