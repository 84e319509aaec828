/** Copies out of a real archive, by the real handlers, the real parser processes and the real disk; only the dialogs are answered. */
import { join } from 'node:path'
import { makeCleanCopy } from '#engine/export/clean-copy'
import { findCopySource } from '#engine/export/copy-source'
import { copyText } from '#engine/export/copy-text'
import { recordCopies } from '#engine/export/record-copies'
import { tracesOfCopy } from '#engine/export/traces-of-copy'
import type { ExtractPool } from '#engine/extract/pool/pool'
import type { Archive } from '#engine/open'
import { TextCache } from '#engine/search/text-cache'
import type { EngineClient } from '#main/engine-client'
import { createEventHub } from '#main/event-hub'
import { type ExportHandlers, exportHandlers } from '#main/ipc/export'
import type { CopyProgress } from '#shared/model/copy'

type CopyCalls = Pick<EngineClient, 'copySource' | 'cleanCopy' | 'copyText' | 'copyTraces' | 'recordCopies'>

/** `folder` is what the person chooses; the name is the one that is offered. */
export function exporting(
  archive: Archive,
  extractor: ExtractPool,
  folder: string
): ExportHandlers & { progress: CopyProgress[] } {
  const { db, originals } = archive
  const session = { db, originals, extractor }
  const calls: CopyCalls = {
    copySource: async (id) => findCopySource(db, originals, id),
    cleanCopy: (id) => makeCleanCopy(session, id, true),
    copyText: async (id) => copyText(db, new TextCache(), id),
    copyTraces: (file, mediaType) => tracesOfCopy(extractor, file, mediaType),
    recordCopies: async (copies) => recordCopies(db, copies)
  }
  const events = createEventHub()
  const progress: CopyProgress[] = []
  events.on('export.progress', (one) => progress.push(one))
  const dialogs = {
    saveCopy: async (name: string) => join(folder, name),
    chooseCopyFolder: async () => folder
  }
  return { ...exportHandlers({ engine: async () => calls as EngineClient, dialogs, events }), progress }
}
