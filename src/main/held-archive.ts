import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { archiveName } from '#engine/archive-name'
import { type ArchiveKeys, forgetKeys } from '#engine/keys/archive-keys'
import type { PassphraseCalls } from '#engine/threads/passphrases'
import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'
import type { Log } from '#main/log'
import { passEvents } from '#main/pass-events'
import type { PassphraseMemory } from '#main/passphrase-memory'
import type { Recents } from '#main/recents'
import { SanadError } from '#shared/errors'
import type { ArchiveState } from '#shared/model/app'

/** `keys`: of an archive that has a passphrase; null for every other. */
export type StartOptions = Readonly<{ create: boolean; keys: ArchiveKeys | null }>

/** Starts the engine on an archive's folder; with `create`, makes the archive there first. Rejects with SanadError. */
export type StartEngine = (directory: string, options: StartOptions) => Promise<EngineClient>

export type HeldArchiveParts = Readonly<{
  startEngine: StartEngine
  passphrases: PassphraseCalls
  recents: Recents
  memory: PassphraseMemory
  events: EventHub
  log: Log
  /** Never remembered. */
  fixedArchive: string | undefined
}>

type Current = Readonly<{ engine: EngineClient; keys: ArchiveKeys | null; stopListening: () => void }>

/** The one archive that is open or locked, or of which a person is asked whether it may be opened; or none. Nothing here waits for its turn: that is the session's. */
export class HeldArchive {
  readonly #parts: HeldArchiveParts
  #current: Current | undefined
  #locked: string | undefined
  #unprotected: string | undefined
  #problem: ArchiveState['problem'] = null

  constructor(parts: HeldArchiveParts) {
    this.#parts = parts
  }

  get engine(): EngineClient | undefined {
    return this.#current?.engine
  }

  /** Folder of the archive that waits for its passphrase. */
  get locked(): string | undefined {
    return this.#locked
  }

  /** Folder of the archive that had a passphrase when it was last open here, and has none now: nothing of it was read. */
  get unprotected(): string | undefined {
    return this.#unprotected
  }

  /** An archive with a passphrase is open. */
  get isLockable(): boolean {
    return this.#current?.engine.isEncrypted === true
  }

  /** The open archive's engine. Throws `archive-locked` or `no-archive-open`. */
  opened(): EngineClient {
    if (this.#current !== undefined) return this.#current.engine
    if (this.#locked !== undefined) throw new SanadError('archive-locked', 'the archive is locked')
    throw new SanadError('no-archive-open', 'no archive is open')
  }

  isHere(directory: string): boolean {
    const here = this.#current?.engine.directory ?? this.#locked
    return here !== undefined && resolve(here) === resolve(directory)
  }

  async describe(): Promise<ArchiveState> {
    const open = this.#current
    const [locked, unprotected] = [this.#locked, this.#unprotected]
    return {
      open:
        open === undefined
          ? null
          : {
              name: open.engine.name,
              directory: open.engine.directory,
              encrypted: open.engine.isEncrypted,
              isReadOnly: open.engine.isReadOnly,
              unfinishedChange: open.engine.unfinishedChange
            },
      locked:
        locked === undefined
          ? null
          : { name: archiveName(locked), directory: locked, isOther: this.#parts.memory.hadOtherKey(locked) },
      unprotected: unprotected === undefined ? null : { name: archiveName(unprotected), directory: unprotected },
      recents: await this.#parts.recents.list(),
      problem: this.#problem
    }
  }

  /** Tells everybody. */
  async announce(): Promise<ArchiveState> {
    const state = await this.describe()
    this.#parts.events.emit('archive.changed', state)
    return state
  }

  noteProblem(error: unknown): void {
    this.#problem =
      error instanceof SanadError
        ? { code: error.code, message: error.message }
        : { code: 'internal', message: 'the archive could not be opened' }
  }

  /** Opens an archive in place of this one, which stays when that fails. */
  async enter(directory: string, { create, keys }: StartOptions): Promise<void> {
    const { startEngine, events, recents, memory, fixedArchive } = this.#parts
    const engine = await startEngine(directory, { create, keys }).finally(() => events.emit('archive.upgrading', null))
    // The old archive goes only now that the new one is here.
    await this.leave()
    this.#current = { engine, keys, stopListening: passEvents(engine, events) }
    if (directory !== fixedArchive) recents.remember(engine.directory)
    // Made anew, or unlocked and then without its passphrase: Sanad itself removed it.
    if (create || (keys !== null && !engine.isEncrypted)) memory.forget(directory)
    this.rememberPassphrase()
  }

  /** Notes that the open archive has a passphrase, when it has. Any place that Sanad was told to remove one from is as good as new without. */
  rememberPassphrase(): void {
    const { memory, fixedArchive } = this.#parts
    const engine = this.#current?.engine
    if (engine === undefined) return
    const { directory, isEncrypted, unfinishedChange } = engine
    if (isEncrypted && directory !== fixedArchive) memory.remember(directory, unfinishedChange === 'opening')
    if (!isEncrypted && !memory.hadPassphrase(directory)) memory.forget(directory)
  }

  /**
   * As `enter` where there is no passphrase; else as far as the question for it. Where there was one when the archive was last open here, as far
   * as the question whether it may be opened: whatever lies in such a folder, nothing of it is read or gone on with before.
   */
  async approach(directory: string, create: boolean): Promise<void> {
    if (create || this.#parts.passphrases.readLockState(directory) === 'plain') {
      if (create || !existsSync(directory) || !this.#parts.memory.hadPassphrase(directory))
        return this.enter(directory, { create, keys: null })
      await this.leave()
      this.#unprotected = resolve(directory)
      return
    }
    await this.leave()
    this.#locked = resolve(directory)
    if (directory !== this.#parts.fixedArchive) this.#parts.recents.remember(this.#locked)
  }

  /** Closes what is open, and asks for nothing any more. `carePatienceMs`: as `EngineClient.close`. */
  async leave(carePatienceMs?: number): Promise<void> {
    const left = this.#letGo()
    this.#locked = undefined
    this.#unprotected = undefined
    this.#problem = null
    // The next archive must not be kept out by trouble with this one.
    await left?.engine
      .close(carePatienceMs)
      .catch((error: unknown) => this.#parts.log.error('an archive did not close well', error))
    if (left?.keys) forgetKeys(left.keys)
  }

  /**
   * Locks the open archive, when it has a passphrase. In this very call nobody reaches its engine any more; the threads end soon after, within
   * `patienceMs` and the time of the one step that can not be cut off. Then the keys, which are theirs too, are overwritten: before, a
   * commit under way would name its originals with zeros.
   */
  lock(patienceMs: number): Promise<void> | undefined {
    if (!this.isLockable) return undefined
    const left = this.#letGo()
    this.#locked = left?.engine.directory
    return left?.engine.end(patienceMs).finally(() => left.keys && forgetKeys(left.keys))
  }

  #letGo(): Current | undefined {
    const left = this.#current
    this.#current = undefined
    left?.stopListening()
    return left
  }
}
