import type { EventHub } from '#main/event-hub'
import { existingPaths } from '#main/given-paths'
import type { ImportChoices } from '#main/import-choices'
import type { Log } from '#main/log'

export type GivenImports = Readonly<{
  /** Shows what these paths hold, as soon as the window can hear it. Never rejects. */
  offer: (paths: unknown) => Promise<void>
  /** The window can hear about dropped files from now on. */
  listening: () => void
  /** The window's page was loaded anew: it can not hear yet. */
  deaf: () => void
}>

export type GivenImportsParts = Readonly<{
  choices: ImportChoices
  /** Whether the archive waits for its passphrase, or for a person to say whether it may be opened: files wait with it. */
  isWaiting: () => Promise<boolean>
  events: EventHub
  log: Log
}>

/** Files that came without a dialog: dropped on the window, or named on the command line of this or a second start. */
export function createGivenImports({ choices, isWaiting, events, log }: GivenImportsParts): GivenImports {
  let isHeard = false
  let held: unknown
  const show = async (list: unknown): Promise<void> => {
    try {
      if (await isWaiting()) {
        held = list
        return
      }
      const paths = await existingPaths(list)
      const preview = paths.length === 0 ? null : await choices.offer(paths)
      events.emit('import.dropped', preview !== null && preview.files > 0 ? preview : null)
    } catch (error) {
      log.error('dropped files could not be looked at', error)
      events.emit('import.dropped', null)
    }
  }
  const showHeld = (): void => {
    const paths = held
    held = undefined
    if (paths !== undefined) void show(paths)
  }
  events.on('archive.changed', ({ open }) => {
    if (open !== null && isHeard) showHeld()
  })
  return {
    offer: async (paths) => {
      if (isHeard) await show(paths)
      else held = paths
    },
    listening: () => {
      isHeard = true
      showHeld()
    },
    deaf: () => {
      isHeard = false
    }
  }
}
