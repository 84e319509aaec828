/**
 * The main process's hold on the engine: two worker threads (one writes, one reads) on one archive, and the extract pool they share.
 * Knows nothing of Electron; what starts an extract process is given to it.
 */
import type { CommandArgs, CommandOutput, CommandsAt, EventName, Events } from '#shared/contract'
import type { DocumentId } from '#shared/model/ids'
import type { ImportPreview, ImportProgress } from '#shared/model/importing'

export type EngineCommand = CommandsAt<'read' | 'write'>

/** A resource of a saved page or a whole page, ready to be served in a weaker origin. */
export type ServedResource = Readonly<{ mediaType: string; body: Uint8Array | string }>

export type EngineClient = Readonly<{
  directory: string
  name: string
  /** Runs a command of the contract on the thread its row names. The input is validated already. Rejects with SanadError. */
  call<C extends EngineCommand>(name: C, input: CommandArgs<C>): Promise<CommandOutput<C>>
  /** A look at what would be imported: counts only, bounded in time. */
  preview(paths: readonly string[]): Promise<Omit<ImportPreview, 'choiceId'>>
  startImport(paths: readonly string[]): Promise<ImportProgress>
  /** The sanitised page; undefined when the document has no Original view. */
  page(id: DocumentId, resourceBase: string): Promise<{ html: string; remoteResources: readonly string[] } | undefined>
  /**
   * A picture or style sheet that belongs to the document: `key` is a path relative to the page, or `embedded:<n>`.
   * Undefined when there is none or it is not a raster picture or style sheet.
   */
  resource(id: DocumentId, key: string, resourceBase: string): Promise<ServedResource | undefined>
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void
  /** Lets a running import reach the end of its file, closes the database, ends the threads. */
  close(): Promise<void>
}>
