import { resolve } from 'node:path'
import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'
import { findFirstArchive } from '#main/first-archive'
import { createInTurn } from '#main/in-turn'
import type { Log } from '#main/log'
import type { Recents } from '#main/recents'
import { SanadError } from '#shared/errors'
import type { ArchiveState } from '#shared/model/app'

/** Starts the engine on an archive's folder; with `create`, makes the archive there first. Rejects with SanadError. */
export type StartEngine = (directory: string, options: { create: boolean }) => Promise<EngineClient>

export type ArchiveSession = Readonly<{
  /** Opens the archive for this start. Never rejects: what went wrong stands in the state. */
  start: () => Promise<void>
  /** The state once nothing is being opened or closed any more. */
  state: () => Promise<ArchiveState>
  /** The open archive's engine, after any change under way. Rejects with `no-archive-open`. */
  engine: () => Promise<EngineClient>
  /** Opens another archive in place of this one. When that fails this one stays open, and the SanadError is passed on. */
  open: (directory: string, options: { create: boolean }) => Promise<ArchiveState>
  /** `index` counts in the recents of the state; rejects with `not-found`. */
  openRecent: (index: number) => Promise<ArchiveState>
  forgetRecent: (index: number) => Promise<ArchiveState>
  close: () => Promise<ArchiveState>
  /** Of the SQLite library; undefined while no archive is open. */
  sqliteVersion: () => Promise<string | undefined>
  /** Closes the archive for good, without telling the window. */
  stop: () => Promise<void>
}>

export type ArchiveSessionOptions = Readonly<{
  startEngine: StartEngine
  recents: Recents
  events: EventHub
  log: Log
  /** Absolute. Opened at the start and created when missing, whatever was open last, and not remembered; for tests and scripts. */
  fixedArchive: string | undefined
  /** Opened at the start when no archive was ever opened, and created when missing. */
  defaultArchive: string
}>

/** Holds the one archive that is open. Changes happen one after another; whoever asks meanwhile waits for their end. */
export function createArchiveSession(options: ArchiveSessionOptions): ArchiveSession {
  const { startEngine, recents, events, log, fixedArchive, defaultArchive } = options
  let current: Readonly<{ engine: EngineClient; stopListening: () => void }> | undefined
  let problem: ArchiveState['problem'] = null
  const changes = createInTurn()

  const describe = async (): Promise<ArchiveState> => ({
    open: current === undefined ? null : { name: current.engine.name, directory: current.engine.directory },
    recents: await recents.list(),
    problem
  })
  const announce = async (): Promise<ArchiveState> => {
    const state = await describe()
    events.emit('archive.changed', state)
    return state
  }
  const leave = async (): Promise<void> => {
    const left = current
    current = undefined
    left?.stopListening()
    // The next archive must not be kept out by trouble with this one.
    await left?.engine.close().catch((error: unknown) => log.error('an archive did not close well', error))
  }
  const enter = async (directory: string, create: boolean): Promise<void> => {
    const engine = await startEngine(directory, { create }).finally(() => events.emit('archive.upgrading', null))
    // The old archive goes only now that the new one is here.
    await leave()
    current = { engine, stopListening: passEvents(engine, events) }
    problem = null
    if (directory !== fixedArchive) recents.remember(engine.directory)
  }
  const switchTo = (directory: string, create: boolean): Promise<ArchiveState> =>
    changes.run(async () => {
      if (current === undefined || create || resolve(directory) !== resolve(current.engine.directory))
        await enter(directory, create)
      return announce()
    })
  const recentAt = (index: number): string => {
    const directory = recents.directories()[index]
    if (directory === undefined) throw new SanadError('not-found', `there is no recent archive number ${index}`)
    return directory
  }

  return {
    start: () =>
      changes.run(async () => {
        try {
          const first = await findFirstArchive({ fixedArchive, defaultArchive, lastArchive: recents.directories()[0] })
          await enter(first.directory, first.create)
        } catch (error) {
          log.error('the archive could not be opened at start', error)
          problem = asProblem(error)
        }
        await announce()
      }),
    state: () => changes.settled().then(describe),
    engine: async () => {
      await changes.settled()
      if (current === undefined) throw new SanadError('no-archive-open', 'no archive is open')
      return current.engine
    },
    open: (directory, { create }) => switchTo(directory, create),
    openRecent: async (index) => switchTo(recentAt(index), false),
    forgetRecent: async (index) => {
      recents.forget(recentAt(index))
      return announce()
    },
    close: () =>
      changes.run(async () => {
        await leave()
        problem = null
        return announce()
      }),
    sqliteVersion: () => changes.run(async () => current?.engine.sqliteVersion()),
    stop: () => changes.run(leave)
  }
}

function passEvents(engine: EngineClient, events: EventHub): () => void {
  const stops = [
    engine.on('import.progress', (progress) => events.emit('import.progress', progress)),
    engine.on('reread.progress', (state) => events.emit('reread.progress', state)),
    engine.on('rollcall.progress', (progress) => events.emit('rollcall.progress', progress)),
    engine.on('ocr.progress', (state) => events.emit('ocr.progress', state)),
    engine.on('library.changed', (changed) => events.emit('library.changed', changed))
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function asProblem(error: unknown): ArchiveState['problem'] {
  return error instanceof SanadError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: 'the archive could not be opened' }
}
