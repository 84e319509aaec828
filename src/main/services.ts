import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'
import { OCR_TIME_LIMIT_MS, withOcrSeat } from '#engine/extract/pool/ocr-seat'
import { createExtractPool } from '#engine/extract/pool/pool'
import { passphraseCalls } from '#engine/threads/passphrases'
import { type ArchiveSession, createArchiveSession } from '#main/archive-session'
import { documentsFolder } from '#main/documents-folder'
import { openEngine } from '#main/engine-client'
import type { Environment } from '#main/environment'
import type { EventHub } from '#main/event-hub'
import { createGivenImports, type GivenImports } from '#main/given-imports'
import { goOnWithRepair } from '#main/go-on-with-repair'
import { createImportChoices, type ImportChoices } from '#main/import-choices'
import type { Log } from '#main/log'
import { openPassphraseMemory } from '#main/passphrase-memory'
import { openRecents } from '#main/recents'
import type { RefusedRequests } from '#main/refused-requests'
import { startRepair } from '#main/repair-thread'
import { createRepairs, type Repairs } from '#main/repairs'
import { openSettings, type SettingsStore } from '#main/settings'
import { residentBytes, spawnExtractProcess } from '#main/utility-process'
import { enMain } from '#shared/i18n/en-main'

export type Services = Readonly<{
  archives: ArchiveSession
  choices: ImportChoices
  given: GivenImports
  settings: SettingsStore
  /** Ends the processes that read files, with what they hold; the next file gets a fresh one. */
  renewReaders: () => Promise<void>
  repairs: Repairs
  /** Where new archives are suggested. */
  documents: string
  /** What is left to do at the end, in this order. */
  closing: readonly (() => Promise<void>)[]
}>

export type ServiceParts = Readonly<{
  environment: Environment
  events: EventHub
  log: Log
  refused: RefusedRequests
  builtFolder: string
}>

/** Parser processes at once: enough to keep the writer busy, and a core left for the person. */
const POOL_SIZE = Math.max(1, Math.min(4, availableParallelism() - 1))

/** Wires the parts that have no window: the archive and its engine, the parser processes, the settings. */
export function createServices({ environment, events, log, refused, builtFolder }: ServiceParts): Services {
  const userData = app.getPath('userData')
  const documents = environment.documents ?? documentsFolder(app)
  const settings = openSettings(userData, events, log)
  const isRemembering = (): boolean => settings.get().rememberRecents
  const recents = openRecents(userData, log, isRemembering)
  const memory = openPassphraseMemory(userData, log, isRemembering)
  const processes = {
    spawn: () => spawnExtractProcess(join(builtFolder, 'extract-process.js')),
    residentBytes: (pid: number) => residentBytes(app, pid),
    onRefused: (way: string) => refused.note('program', way, { kind: 'program', part: 'reader' })
  }
  const pool = withOcrSeat(
    createExtractPool({ ...processes, size: POOL_SIZE }),
    createExtractPool({ ...processes, size: 1, timeLimitMs: OCR_TIME_LIMIT_MS })
  )
  const threadEntry = pathToFileURL(join(builtFolder, 'engine-thread.js'))
  const repairs = createRepairs({
    archives: () => archives,
    startThread: (place) =>
      startRepair({ ...place, threadEntry, pool, onProgress: (done) => events.emit('integrity.repairing', done) }),
    events
  })
  const goOn = { threadEntry, pool, events, log }
  const archives: ArchiveSession = createArchiveSession({
    startEngine: async (directory, { create, keys }) => {
      await goOnWithRepair({ directory, keys }, goOn)
      return repairs.watch({ directory, keys }, () =>
        openEngine(directory, {
          create,
          keys,
          threadEntry,
          pool,
          onUpgrading: (upgrade) => events.emit('archive.upgrading', upgrade)
        })
      )
    },
    passphrases: passphraseCalls(threadEntry),
    recents,
    memory,
    events,
    log,
    fixedArchive: environment.archive,
    defaultArchive: join(documents, `${enMain.defaultArchiveName}.sanad`),
    mayMakeDefault: isRemembering
  })
  events.on('settings.changed', ({ rememberRecents }) => {
    if (!rememberRecents && (recents.directories().length > 0 || !memory.isEmpty())) void archives.clearRecents()
  })
  const choices = createImportChoices(async (paths) => (await archives.engine()).preview(paths))
  const isWaiting = async (): Promise<boolean> => {
    const { locked, unprotected } = await archives.state()
    return locked !== null || unprotected !== null
  }
  return {
    archives,
    choices,
    given: createGivenImports({ choices, isWaiting, events, log }),
    settings,
    renewReaders: pool.renew,
    repairs,
    documents,
    closing: [archives.stop, async () => pool.close(), settings.flush, recents.flush, memory.flush]
  }
}
