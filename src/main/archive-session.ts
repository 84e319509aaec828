import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'
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
  /** Closes the archive for good, without telling the window. */
  stop: () => Promise<void>
}>

export type ArchiveSessionOptions = Readonly<{
  startEngine: StartEngine
  recents: Recents
  events: EventHub
  log: Log
  /** Opened at the start and created when missing, whatever was open last; for tests and scripts. */
  fixedArchive: string | undefined
  /** Opened at the start when no archive was ever opened, and created when missing. */
  defaultArchive: string
}>

/** Holds the one archive that is open. Changes happen one after another; whoever asks meanwhile waits for their end. */
export function createArchiveSession(options: ArchiveSessionOptions): ArchiveSession {
  const { startEngine, recents, events, log } = options
  let current: Readonly<{ engine: EngineClient; stopListening: () => void }> | undefined
  let problem: ArchiveState['problem'] = null
  let changes: Promise<unknown> = Promise.resolve()

  const change = <T>(step: () => Promise<T>): Promise<T> => {
    const result = changes.then(step)
    changes = result.catch(() => undefined)
    return result
  }
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
    await left?.engine.close()
  }
  const enter = async (directory: string, create: boolean): Promise<void> => {
    const engine = await startEngine(directory, { create })
    // The old archive goes only now that the new one is here.
    await leave()
    current = { engine, stopListening: passEvents(engine, events) }
    problem = null
    recents.remember(engine.directory)
  }
  const switchTo = (directory: string, create: boolean): Promise<ArchiveState> =>
    change(async () => {
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
      change(async () => {
        try {
          const first = await firstArchive(options)
          await enter(first.directory, first.create)
        } catch (error) {
          log.error('the archive could not be opened at start', error)
          problem = asProblem(error)
        }
        await announce()
      }),
    state: () => changes.then(describe),
    engine: async () => {
      await changes
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
      change(async () => {
        await leave()
        problem = null
        return announce()
      }),
    stop: () => change(leave)
  }
}

/** The archive to open at the start: the one asked for, else the last one, else the default. Only the last one is never created. */
async function firstArchive({ fixedArchive, recents, defaultArchive }: ArchiveSessionOptions): Promise<{ directory: string; create: boolean }> {
  const last = fixedArchive === undefined ? recents.directories()[0] : undefined
  if (last !== undefined && resolve(last) !== resolve(defaultArchive)) return { directory: last, create: false }
  const directory = fixedArchive ?? defaultArchive
  return { directory, create: last === undefined && !(await hasArchive(directory)) }
}

function passEvents(engine: EngineClient, events: EventHub): () => void {
  const stops = [
    engine.on('import.progress', (progress) => events.emit('import.progress', progress)),
    engine.on('library.changed', (changed) => events.emit('library.changed', changed))
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

async function hasArchive(directory: string): Promise<boolean> {
  return access(join(directory, 'archive.db')).then(
    () => true,
    () => false
  )
}

function asProblem(error: unknown): ArchiveState['problem'] {
  return error instanceof SanadError
    ? { code: error.code, message: error.message }
    : { code: 'internal', message: 'the archive could not be opened' }
}
