import { access } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { archiveName } from '#engine/archive-name'
import { openJsonFile } from '#main/json-file'
import type { Log } from '#main/log'
import type { ArchiveState } from '#shared/model/app'

/** How many archives are remembered. */
const RECENTS_LIMIT = 10

const recentsSchema = v.object({
  directories: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(4096))), v.maxLength(RECENTS_LIMIT)), [])
})

export type Recents = Readonly<{
  /** Absolute directories, most recent first. */
  directories: () => readonly string[]
  /** As the window shows them; looks at the disk for each. */
  list: () => Promise<ArchiveState['recents']>
  /** Puts a directory first, unless nothing is to be remembered. */
  remember: (directory: string) => void
  forget: (directory: string) => void
  clear: () => void
  flush: () => Promise<void>
}>

/** The archives opened before, in `recents.json` of the program's data folder. */
export function openRecents(userData: string, log: Log, isRemembering: () => boolean = () => true): Recents {
  const file = openJsonFile(join(userData, 'recents.json'), recentsSchema, log)
  const directories = (): readonly string[] => file.read().directories
  const without = (directory: string): string[] => directories().filter((other) => other !== directory)
  return {
    directories,
    list: () => Promise.all(directories().map(describe)),
    remember: (directory) => {
      if (isRemembering()) file.write({ directories: [directory, ...without(directory)].slice(0, RECENTS_LIMIT) })
    },
    forget: (directory) => file.write({ directories: without(directory) }),
    clear: () => file.write({ directories: [] }),
    flush: file.flush
  }
}

async function describe(directory: string): Promise<ArchiveState['recents'][number]> {
  const missing = await access(join(directory, 'archive.db')).then(
    () => false,
    () => true
  )
  return { name: archiveName(directory), directory, missing }
}
