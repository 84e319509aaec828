/**
 * The main process's hold on the engine: two worker threads (one writes, one reads) on one archive, and the extract pool they share.
 * Knows nothing of Electron; what starts an extract process is given to it. It routes; it never parses and never waits on SQL.
 */

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { archiveName } from '#engine/archive-name'
import type { CleanCopy } from '#engine/export/clean-copy'
import type { CopySource } from '#engine/export/copy-source'
import type { RecordedCopy } from '#engine/export/record-copies'
import type { ExtractPool } from '#engine/extract/pool/pool'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import type { Conversion } from '#engine/keys/conversion'
import type { MediaFile } from '#engine/reading/media-file'
import type { Served, ServedPage } from '#engine/reading/page'
import type { NewList } from '#engine/rollcall/roll-call-control'
import type { OwnCalls, Role } from '#engine/threads/messages'
import { startThread, type Thread } from '#engine/threads/thread-client'
import { toldOf } from '#engine/threads/told'
import { withPatience } from '#main/with-patience'
import type { CommandArgs, CommandOutput, CommandsAt, EventName, Events } from '#shared/contract'
import { commands } from '#shared/contract'
import type { Trace, UncleanReason } from '#shared/model/copy'
import type { CustodySummary } from '#shared/model/custody'
import type { DocumentId, RollCallId } from '#shared/model/ids'
import type { ImportPreview, ImportProgress } from '#shared/model/importing'
import type { ListChoice, ListReading, RollCall, RollCallMode } from '#shared/model/rollcall'

export type EngineCommand = CommandsAt<'read' | 'write' | 'care'>

/** A picture or style sheet of a saved page, ready to be served in a weaker origin. */
export type ServedResource = Served

export type EngineClient = Readonly<{
  directory: string
  name: string
  /** It lies where nothing can be written, or on a full disk: it can be read, and every change is refused. */
  isReadOnly: boolean
  /** A change of the passphrase that could not be finished yet: it is tried again with the next opening. */
  unfinishedChange: Conversion | null
  /** It has a passphrase: not when opening it finished the removal of one. */
  isEncrypted: boolean
  /** Runs a command of the contract on the thread its row names. The input is validated already. Rejects with SanadError. */
  call<C extends EngineCommand>(name: C, input: CommandArgs<C>): Promise<CommandOutput<C>>
  /** A look at what would be imported: counts only, bounded in time. */
  preview(paths: readonly string[]): Promise<Omit<ImportPreview, 'choiceId'>>
  startImport(paths: readonly string[]): Promise<ImportProgress>
  /** The sanitised page; undefined when the document has no Original view. */
  page(id: DocumentId, resourceBase: string): Promise<ServedPage | undefined>
  /**
   * A picture or style sheet that belongs to the document: `key` is a path relative to the page, or `embedded:<n>`.
   * Undefined when there is none or it is not a raster picture or style sheet.
   */
  resource(id: DocumentId, key: string, resourceBase: string): Promise<ServedResource | undefined>
  /** A page (1-based) as a raster picture about `width` pixels wide; undefined where there is none. */
  bitmap(id: DocumentId, page: number, width: number): Promise<ServedResource | undefined>
  /** The original of a document that plays, for serving it; undefined for every other. */
  media(id: DocumentId): Promise<MediaFile | undefined>
  /** The version of the SQLite library, e.g. `3.53.4`. */
  sqliteVersion(): Promise<string>
  /** Reads a file as a list for a roll-call; nothing is kept. */
  readList(file: string, choice: ListChoice, mode: RollCallMode): Promise<ListReading>
  createRollCall(list: NewList): Promise<RollCall>
  /** Writes a roll-call as CSV to `file`; the number of its lines. */
  exportRollCall(id: RollCallId, file: string): Promise<number>
  /** Writes the custody log to `file`; the log as it stands there. */
  exportCustody(file: string): Promise<CustodySummary>
  /** An original of which a copy is to be made. */
  copySource(id: DocumentId): Promise<CopySource>
  /** A copy without metadata, made in a parser process and not written yet; or why there can be none. */
  cleanCopy(id: DocumentId): Promise<CleanCopy | Readonly<{ reason: UncleanReason }>>
  /** All text of a document; null for one without. */
  copyText(id: DocumentId): Promise<string | null>
  /** What metadata tells in a copy that was written. */
  copyTraces(file: string, mediaType: string): Promise<readonly Trace[]>
  /** Notes in the custody log that copies left the archive. */
  recordCopies(copies: readonly RecordedCopy[]): Promise<null>
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void
  /**
   * Lets a running import reach the end of its file, closes the database, ends the threads. What a verification does at that moment is waited for
   * as long as `carePatienceMs`: afterwards it may still read the database for a while.
   */
  close(carePatienceMs?: number): Promise<void>
  /** As `close`, but ends the threads all the same once this many milliseconds have passed: what was committed stays. Never rejects. */
  end(patienceMs: number): Promise<void>
}>

export type EngineOptions = Readonly<{
  create: boolean
  threadEntry: URL
  pool: ExtractPool
  /** Of an encrypted archive: what `unlock` gave. */
  keys?: ArchiveKeys | null
  /** Told how far an archive of an earlier version is with becoming one of this version, before it opens. */
  onUpgrading: (upgrade: Events['archive.upgrading']) => void
}>

/**
 * Opens an archive, or with `create` makes one in an empty or missing folder. Rejects with SanadError when it can not be opened; then
 * nothing is left running.
 */
export async function openEngine(directory: string, options: EngineOptions): Promise<EngineClient> {
  const { create, threadEntry, pool, keys } = options
  const isUnclean = hasLeftLog(directory)
  const listeners = new Listeners()
  listeners.add('archive.upgrading', options.onUpgrading)
  const start = (role: Role, createNow: boolean, opened?: Thread): Promise<Thread> =>
    startThread(
      threadEntry,
      {
        role,
        directory,
        create: createNow,
        extractWidth: pool.width,
        // Opening it may have finished the removal of its passphrase.
        keys: opened?.isEncrypted === false ? null : (keys ?? null),
        isUnclean,
        isReadOnly: opened?.isReadOnly ?? false
      },
      pool,
      {
        event: (name, payload) => {
          listeners.tell(name, payload)
          if (care) busy.note(name, payload, care)
        },
        pass: ({ name, input }) => {
          writer.call(name, input).catch((error: unknown) => console.error('care of the archive', error))
        },
        changed: (message) => {
          reader?.post(message)
          listeners.tell('library.changed', toldOf(message.changed))
        }
      }
    )
  const busy = new Busy()
  let reader: Thread | undefined
  let care: Thread | undefined
  const writer = await start('write', create)
  try {
    reader = await start('read', false, writer)
    care = await start('care', false, writer)
  } catch (error) {
    await reader?.close()
    await writer.close()
    throw error
  }
  return clientOf(directory, { writer, reader, care }, listeners)
}

type Threads = Readonly<{ writer: Thread; reader: Thread; care: Thread }>

function clientOf(directory: string, { writer, reader, care }: Threads, listeners: Listeners): EngineClient {
  const own = <N extends keyof OwnCalls>(thread: Thread, name: N, input: OwnCalls[N]['input']): Promise<OwnCalls[N]['output']> =>
    thread.call(name, input) as Promise<OwnCalls[N]['output']>
  const close = async (carePatienceMs = CARE_PATIENCE_MS): Promise<void> => {
    await withPatience(care.close(), carePatienceMs).catch(() => false)
    await reader.close()
    await writer.close()
  }
  const at = { write: writer, read: reader, care }
  return {
    directory,
    name: archiveName(directory),
    isReadOnly: writer.isReadOnly,
    unfinishedChange: writer.unfinishedChange,
    isEncrypted: writer.isEncrypted,
    call: <C extends EngineCommand>(name: C, input: CommandArgs<C>) =>
      at[commands[name].place].call(name, input) as Promise<CommandOutput<C>>,
    preview: (paths) => own(writer, 'engine.preview', { paths }),
    startImport: (paths) => own(writer, 'engine.startImport', { paths }),
    page: (id, resourceBase) => own(reader, 'engine.page', { id, resourceBase }),
    resource: (id, key, resourceBase) => own(reader, 'engine.part', { id, key, resourceBase }),
    bitmap: (id, page, width) => own(reader, 'engine.bitmap', { id, page, width }),
    media: (id) => own(reader, 'engine.media', { id }),
    sqliteVersion: () => own(reader, 'engine.sqliteVersion', {}),
    readList: (file, choice, mode) => own(writer, 'engine.readList', { file, choice, mode }),
    createRollCall: (list) => own(writer, 'engine.createRollCall', list),
    exportRollCall: (id, file) => own(writer, 'engine.exportRollCall', { id, file }),
    exportCustody: (file) => own(writer, 'engine.exportCustody', { file }),
    copySource: (id) => own(reader, 'engine.copySource', { id }),
    cleanCopy: (id) => own(reader, 'engine.cleanCopy', { id }),
    copyText: (id) => own(reader, 'engine.copyText', { id }),
    copyTraces: (file, mediaType) => own(reader, 'engine.copyTraces', { file, mediaType }),
    recordCopies: (copies) => own(writer, 'engine.recordCopies', { copies }),
    on: (name, listener) => listeners.add(name, listener),
    close,
    end: async (patienceMs) => {
      if (patienceMs > 0) await withPatience(close(), patienceMs).catch(() => false)
      await Promise.all([withPatience(care.terminate(), CARE_PATIENCE_MS), reader.terminate(), writer.terminate()])
    }
  }
}

/** A statement of SQLite that reads the whole database can not be cut short. Nobody is kept waiting for it: it only reads. */
const CARE_PATIENCE_MS = 300

/** Whether the archive was left without being closed: then SQLite's log still holds something. */
function hasLeftLog(directory: string): boolean {
  return (statSync(join(directory, 'archive.db-wal'), { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Tells the thread that cares for the archive when something more urgent uses the disk. */
class Busy {
  readonly #by = new Map<EventName, boolean>()

  note<E extends EventName>(name: E, payload: Events[E], care: Thread): void {
    const isBusy = busyOf(name, payload)
    if (isBusy === undefined || this.#by.get(name) === isBusy) return
    this.#by.set(name, isBusy)
    care.post({ kind: 'busy', isBusy: [...this.#by.values()].includes(true) })
  }
}

function busyOf(name: EventName, payload: Events[EventName]): boolean | undefined {
  if (name === 'import.progress') return ['walking', 'running'].includes((payload as Events['import.progress']).state)
  return name === 'reread.progress' ? (payload as Events['reread.progress']).running : undefined
}

type Listener = (payload: never) => void

class Listeners {
  readonly #by = new Map<EventName, Set<Listener>>()

  add<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void {
    const set = this.#by.get(name) ?? new Set<Listener>()
    this.#by.set(name, set)
    set.add(listener)
    return () => set.delete(listener)
  }

  tell<E extends EventName>(name: E, payload: Events[E]): void {
    for (const listener of this.#by.get(name) ?? []) listener(payload as never)
  }
}
