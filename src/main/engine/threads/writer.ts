import { type WriteSession, writeCommands } from '#engine/commands/write-commands'
import type { Extractor } from '#engine/extract/job'
import { ImportControl } from '#engine/import/import-control'
import { previewImport } from '#engine/import/preview'
import { Rereading } from '#engine/import/rereading'
import { createArchive, openArchive } from '#engine/open'
import { TagUndoList } from '#engine/organise/tagging'
import type { Changed, FromThread, OwnCalls, ThreadData } from '#engine/threads/messages'
import { bindCommands, callIn, type Served } from '#engine/threads/serve'

/** Commits of an import are told together, this often at most. */
const TELL_COMMITS_MS = 400

/** Opens (or makes) the archive, takes its lock, and runs what writes. Throws SanadError when it can not be opened. */
export function startWriter(data: ThreadData, extractor: Extractor, post: (message: FromThread) => void): Served {
  const { directory } = data
  const archive = data.create ? createArchive(directory) : openArchive(directory)
  const changed = (what: Changed): void => post({ kind: 'changed', changed: what })
  const committed = throttled(() => changed({ documents: true, tags: false, folders: true }), TELL_COMMITS_MS)
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
  const session: WriteSession = { archive, extractor, imports, rereading, undo: new TagUndoList(), changed }
  const handlers = {
    ...bindCommands(writeCommands, session),
    'engine.preview': ({ paths }: OwnCalls['engine.preview']['input']) => previewImport(paths, directory),
    'engine.startImport': ({ paths }: OwnCalls['engine.startImport']['input']) => imports.start(paths),
    'engine.close': async () => {
      await rereading.close()
      await imports.close()
      committed.stop()
      archive.close()
      return null
    }
  }
  return { call: (name, input) => callIn(handlers, name, input), changed: () => undefined }
}

/** Calls at once, then at most every `ms`; a call in between is made up for at the end of the interval. */
function throttled(work: () => void, ms: number): { call: () => void; stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const call = (): void => {
    if (timer !== undefined) {
      again = true
      return
    }
    work()
    again = false
    timer = setTimeout(() => {
      timer = undefined
      if (again) call()
    }, ms)
  }
  return { call, stop: () => clearTimeout(timer) }
}
