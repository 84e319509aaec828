import { writeCommands } from '#engine/commands/write-commands'
import type { WriteSession } from '#engine/commands/write-session'
import type { Extractor } from '#engine/extract/job'
import { ImportControl } from '#engine/import/import-control'
import { previewImport } from '#engine/import/preview'
import { Rereading } from '#engine/import/rereading'
import { recordSnapshot, recordSnapshotFailure, recordVerification } from '#engine/integrity/recording'
import { OcrQueue } from '#engine/ocr/ocr-queue'
import { type Archive, createArchive, openArchive, openReader } from '#engine/open'
import { TagUndoList } from '#engine/organise/tagging'
import { RollCallControl } from '#engine/rollcall/roll-call-control'
import { SavedSearchUndoList } from '#engine/saved/keeping-searches'
import type { WriteDb } from '#engine/store/connection'
import type { TellUpgrade } from '#engine/store/migrate'
import { fileCalls } from '#engine/threads/file-calls'
import type { Changed, FromThread, OwnCalls, ThreadData } from '#engine/threads/messages'
import { bindCommands, callIn, type Served } from '#engine/threads/serve'
import { withoutWriting } from '#engine/threads/unwritable'
import { throttled } from '#engine/throttled'

/** Commits of an import are told together, this often at most. */
const TELL_COMMITS_MS = 400
/** How far an upgrade is, is told this often at most. */
const TELL_UPGRADE_MS = 250
/** OCR leaves the first moments to whoever opened the archive. */
const OCR_DELAY_MS = 5000

/** This thread does nothing else meanwhile; what it posts arrives all the same. */
function tellingNowAndThen(post: (message: FromThread) => void): TellUpgrade {
  let last = Number.NEGATIVE_INFINITY
  return (payload) => {
    const now = performance.now()
    if (now - last < TELL_UPGRADE_MS) return
    last = now
    post({ kind: 'event', name: 'archive.upgrading', payload })
  }
}

/** Opens (or makes) the archive, takes its lock, and runs what writes. Throws SanadError when it can not be opened. */
export function startWriter(data: ThreadData, extractor: Extractor, post: (message: FromThread) => void): Served {
  const { directory, keys } = data
  const archive = data.create ? createArchive(directory) : openArchive(directory, { tell: tellingNowAndThen(post), keys })
  const changed = (what: Changed): void => post({ kind: 'changed', changed: what })
  let isSettled = false
  const committed = throttled(() => {
    changed({ documents: true, tags: false, folders: true })
    if (isSettled) ocr.wake()
  }, TELL_COMMITS_MS)
  const imports = new ImportControl(archive, extractor, {
    onProgress: (payload) => post({ kind: 'event', name: 'import.progress', payload }),
    onCommit: committed.call
  })
  const rereading = new Rereading({
    archive,
    extractor,
    isImporting: () => imports.isRunning,
    onProgress: (payload) => post({ kind: 'event', name: 'reread.progress', payload }),
    onCommit: committed.call
  })
  imports.refuseWhile(() => rereading.isRunning)
  const ocr = new OcrQueue({
    archive,
    extractor,
    isBusy: () => imports.isRunning || rereading.isRunning,
    onProgress: (payload) => post({ kind: 'event', name: 'ocr.progress', payload }),
    onCommit: committed.call
  })
  const settled = setTimeout(() => {
    if (archive.isReadOnly) return
    isSettled = true
    void imports.rank()
    ocr.wake()
  }, OCR_DELAY_MS)
  const rollCalls = new RollCallControl({
    db: archive.db,
    reader: () => openReader(directory),
    onProgress: (payload) => post({ kind: 'event', name: 'rollcall.progress', payload })
  })
  const session: WriteSession = {
    archive,
    extractor,
    imports,
    rereading,
    ocr,
    rollCalls,
    undo: new TagUndoList(),
    savedSearchUndo: new SavedSearchUndoList(),
    changed
  }
  const handlers = {
    ...bindCommands(writeCommands, session),
    'engine.preview': ({ paths }: OwnCalls['engine.preview']['input']) => previewImport(paths, directory),
    'engine.startImport': ({ paths }: OwnCalls['engine.startImport']['input']) => imports.start(paths),
    ...fileCalls(archive, extractor, rollCalls),
    ...recordingCalls(archive.db, post),
    'engine.close': async () => {
      clearTimeout(settled)
      await rollCalls.close()
      await ocr.close()
      await rereading.close()
      await imports.close()
      committed.stop()
      archive.close()
      return null
    }
  }
  return servedBy(archive, archive.isReadOnly ? withoutWriting(handlers, directory) : handlers)
}

function servedBy({ isReadOnly, isEncrypted, unfinishedChange }: Archive, calls: Parameters<typeof callIn>[0]): Served {
  const call: Served['call'] = (name, input) => callIn(calls, name, input)
  return { call, changed: () => undefined, isReadOnly, isEncrypted, unfinishedChange }
}

/** What the thread that cares for the archive has written by this one. */
function recordingCalls(db: WriteDb, post: (message: FromThread) => void) {
  return {
    'engine.recordVerification': (outcome: OwnCalls['engine.recordVerification']['input']) => {
      post({ kind: 'event', name: 'integrity.ended', payload: recordVerification(db, outcome) })
      return null
    },
    'engine.recordSnapshot': ({ day, signature }: OwnCalls['engine.recordSnapshot']['input']) => {
      recordSnapshot(db, day, signature)
      return null
    },
    'engine.recordSnapshotFailure': (failure: OwnCalls['engine.recordSnapshotFailure']['input']) => {
      recordSnapshotFailure(db, failure)
      return null
    }
  }
}
