import { createHmac, randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { writeKeyFile } from '#engine/keys/key-file'
import { readStoredKey } from '#engine/keys/key-store'
import { openJsonFile } from '#main/json-file'
import type { Log } from '#main/log'

/** How many archives are remembered. More than are listed as opened last: a digest names no place. */
const LIMIT = 100

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const memorySchema = v.object({
  salt: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  archives: v.optional(
    v.pipe(
      v.array(
        v.object({
          /** The place as it was named, and as the disk names it without links: either is found again. */
          places: v.pipe(v.array(digest), v.minLength(1), v.maxLength(2)),
          /** Of the key file; null while the passphrase is being changed. */
          key: v.nullable(digest),
          /** Sanad was told to remove the passphrase, and may not have come to the end of it. */
          isRemoving: v.boolean()
        })
      ),
      v.maxLength(LIMIT)
    ),
    []
  )
})
type Memory = v.InferOutput<typeof memorySchema>
type Entry = Memory['archives'][number]

/**
 * Which places held an archive with a passphrase when it was last open on this computer (decision 0045): in `passphrases.json` of the program's
 * data folder, as salted digests. Nothing here reads more of an archive than its key file.
 */
export type PassphraseMemory = Readonly<{
  /** Whether the archive at this place had a passphrase, which Sanad was not told to remove. */
  hadPassphrase: (directory: string) => boolean
  /** Whether the archive at this place had another key file. False where nothing is known, or there is no key file that can be read. */
  hadOtherKey: (directory: string) => boolean
  /** The archive that is open there has a passphrase. `isRemoving`: which it was told to lose. Nothing happens where nothing is to be remembered. */
  remember: (directory: string, isRemoving?: boolean) => void
  /** To be called before the passphrase is changed or removed here; resolves once it is on the disk, so that being cut off raises no false alarm. */
  begin: (directory: string, change: 'change' | 'remove') => Promise<void>
  /** The passphrase was not removed, after all. */
  resume: (directory: string) => void
  forget: (directory: string) => void
  clear: () => void
  isEmpty: () => boolean
  flush: () => Promise<void>
}>

export function openPassphraseMemory(userData: string, log: Log, isRemembering: () => boolean = () => true): PassphraseMemory {
  const file = openJsonFile(join(userData, 'passphrases.json'), memorySchema, log)
  const archives = (): readonly Entry[] => file.read().archives
  const find = (directory: string): Entry | undefined => {
    const { salt } = file.read()
    if (salt === undefined || archives().length === 0) return undefined
    const places = placesOf(salt, directory)
    return archives().find((entry) => entry.places.some((place) => places.includes(place)))
  }
  const without = (directory: string): Entry[] => {
    const { salt } = file.read()
    const places = salt === undefined ? [] : placesOf(salt, directory)
    return archives().filter((entry) => !entry.places.some((place) => places.includes(place)))
  }
  const put = (directory: string, entry: (salt: string) => Omit<Entry, 'places'>): void => {
    const salt = file.read().salt ?? randomBytes(32).toString('hex')
    const archive = { places: placesOf(salt, directory), ...entry(salt) }
    file.write({ salt, archives: [archive, ...without(directory)].slice(0, LIMIT) })
  }
  return {
    hadPassphrase: (directory) => find(directory)?.isRemoving === false,
    hadOtherKey: (directory) => {
      const { salt } = file.read()
      const known = find(directory)?.key ?? null
      if (known === null || salt === undefined) return false
      const here = keysOf(salt, directory)
      return here.length > 0 && !here.includes(known)
    },
    remember: (directory, isRemoving = false) => {
      if (isRemembering()) put(directory, (salt) => ({ key: keysOf(salt, directory)[0] ?? null, isRemoving }))
    },
    begin: async (directory, change) => {
      const entry = find(directory)
      if (entry === undefined) return
      put(directory, () => (change === 'change' ? { ...rest(entry), key: null } : { ...rest(entry), isRemoving: true }))
      await file.flush()
    },
    resume: (directory) => {
      const entry = find(directory)
      if (entry !== undefined) put(directory, () => ({ ...rest(entry), isRemoving: false }))
    },
    forget: (directory) => {
      if (find(directory) !== undefined) file.write({ ...file.read(), archives: without(directory) })
    },
    // With a new salt: what was there before and what comes after can not be held against each other.
    clear: () => {
      if (file.read().salt !== undefined) file.write({ archives: [] })
    },
    isEmpty: () => archives().length === 0,
    flush: file.flush
  }
}

const rest = ({ key, isRemoving }: Entry): Omit<Entry, 'places'> => ({ key, isRemoving })

const digestOf = (salt: string, what: string, bytes: string | Uint8Array): string =>
  createHmac('sha256', Buffer.from(salt, 'hex')).update(`${what}\0`).update(bytes).digest('hex')

function placesOf(salt: string, directory: string): string[] {
  const named = resolve(directory)
  const places = new Set([named, realPath(named)])
  return [...places].map((place) => digestOf(salt, 'place', place))
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    // Not there now: a disk that was pulled out.
    return path
  }
}

/** Of the key file and its copy, which differ only where a change of the passphrase was cut off. */
function keysOf(salt: string, directory: string): string[] {
  try {
    const stored = readStoredKey(directory)
    return stored.state === 'good' ? stored.keys.map((key) => digestOf(salt, 'key', writeKeyFile(key))) : []
  } catch {
    return []
  }
}
