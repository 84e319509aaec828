/** The program without its window: the real dispatch, handlers and engine in its threads, on an archive of twelve letters. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { passphraseCalls } from '#engine/threads/passphrases'
import { type ArchiveSession, createArchiveSession } from '#main/archive-session'
import { openEngine } from '#main/engine-client'
import { createEventHub } from '#main/event-hub'
import { createImportChoices } from '#main/import-choices'
import { createDispatch, type Dispatch, type DispatchParts } from '#main/ipc/dispatch'
import { createHandlers } from '#main/ipc/handlers'
import type { Log } from '#main/log'
import type { NativeDialogs } from '#main/native-dialogs'
import { openPassphraseMemory } from '#main/passphrase-memory'
import { openRecents } from '#main/recents'
import { createRefusedRequests } from '#main/refused-requests'
import { startRepair } from '#main/repair-thread'
import { createRepairs } from '#main/repairs'
import { openSettings } from '#main/settings'
import { addDocuments, newArchive } from '#tests/support/archive'
import { testPool } from '#tests/support/import'
import { temporaryFolder } from '#tests/support/temporary'

/** The engine's threads as `npm run build` left them. */
const THREADS = pathToFileURL(resolve(import.meta.dirname, '../../../out/main/engine-thread.js'))

/** Whoever sits before the window cancels every native dialog. */
const CANCELLED = new Proxy({} as NativeDialogs, {
  get: (_, name) => () => Promise.resolve(name === 'chooseSources' ? [] : name === 'confirmReveal' ? false : undefined)
})

/** Stands in the letters, and in nothing that a case makes. */
export const IN_LETTERS = /khavaran|Letter \d/

/** An archive that is closed; its folder. */
export function archiveOfLetters(): string {
  const archive = newArchive()
  addDocuments(
    archive,
    Array.from({ length: 12 }, (_, at) => ({
      title: `Letter ${at}`,
      text: `prison khavaran خاوران letter ${at}`,
      author: 'Roya'
    }))
  )
  archive.close()
  return archive.directory
}

export type Program = Readonly<{
  archives: ArchiveSession
  dispatch: Dispatch
  /** What was logged as a fault of the program. */
  faults: string[]
  /** Puts the archive first among those opened before. */
  remember: () => void
}>

/** Starts with the archive open, or waiting for its passphrase; ends with the test. */
export async function startProgram(directory: string, isOwnPage: DispatchParts['isOwnPage']): Promise<Program> {
  if (!existsSync(THREADS)) throw new Error('the app is not built')
  const folder = temporaryFolder()
  const faults: string[] = []
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (sentence, error) => {
      if (sentence !== 'a command was refused')
        faults.push(`${sentence}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
  const events = createEventHub()
  const pool = await testPool()
  const recents = openRecents(folder, log)
  const nothing = (): void => undefined
  const archives = createArchiveSession({
    startEngine: (at, { create, keys }) =>
      openEngine(at, { create, keys, threadEntry: THREADS, pool, onUpgrading: () => undefined }),
    passphrases: passphraseCalls(THREADS),
    recents,
    memory: openPassphraseMemory(folder, log),
    events,
    log,
    fixedArchive: directory,
    defaultArchive: join(folder, 'Default.sanad'),
    mayMakeDefault: () => true
  })
  const now = (): void => void archives.lock(0)
  const handlers = createHandlers({
    archives,
    choices: createImportChoices(async (paths) => (await archives.engine()).preview(paths)),
    dialogs: CANCELLED,
    settings: openSettings(folder, events, log),
    lock: { now, ifEncrypted: now, isCovered: () => false, isCalm: nothing, uncover: nothing },
    sampleFolder: join(folder, 'no sample'),
    repairs: createRepairs({
      archives: () => archives,
      startThread: ({ directory: at, keys }) =>
        startRepair({ directory: at, keys, threadEntry: THREADS, pool, onProgress: nothing }),
      events
    }),
    quit: nothing,
    about: () => Promise.resolve({} as never),
    writeClipboard: () => undefined,
    events,
    refused: createRefusedRequests(events)
  })
  const dispatch = createDispatch({ handlers, engine: archives.engine, isOwnPage, log })
  await archives.start()
  onTestFinished(() => archives.stop())
  return { archives, dispatch, faults, remember: () => recents.remember(directory) }
}
