import type { Extractor } from '#engine/extract/job'
import type { ImportControl } from '#engine/import/import-control'
import type { Rereading } from '#engine/import/rereading'
import type { OcrQueue } from '#engine/ocr/ocr-queue'
import type { Archive } from '#engine/open'
import type { TagUndoList } from '#engine/organise/tagging'
import type { RollCallControl } from '#engine/rollcall/roll-call-control'
import type { SavedSearchUndoList } from '#engine/saved/keeping-searches'
import type { CommandArgs, CommandOutput, CommandsAt, Events } from '#shared/contract'

/** What the writing commands of one open archive share. */
export type WriteSession = Readonly<{
  archive: Archive
  extractor: Extractor
  imports: ImportControl
  rereading: Rereading
  ocr: OcrQueue
  rollCalls: RollCallControl
  undo: TagUndoList
  savedSearchUndo: SavedSearchUndoList
  changed: (what: Events['library.changed'] & { titles?: boolean }) => void
}>

/** A handler for each writing command; each part of the archive gives its own. */
export type WriteHandlers = {
  [C in CommandsAt<'write'>]: (session: WriteSession, input: CommandArgs<C>) => CommandOutput<C> | Promise<CommandOutput<C>>
}
