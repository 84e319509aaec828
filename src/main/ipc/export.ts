import { basename, join } from 'node:path'
import { asSanadError } from '#engine/disk-error'
import { copyList } from '#main/copy-lists'
import type { EngineClient } from '#main/engine-client'
import type { EventHub } from '#main/event-hub'
import type { MainHandlers } from '#main/ipc/main-handlers'
import { makeCopy, type ReadyCopy, saveCopy } from '#main/make-copy'
import type { NativeDialogs } from '#main/native-dialogs'
import { writeCopy } from '#main/write-copy'
import { SanadError } from '#shared/errors'
import type { CopyKind, SavedCopies, SavedCopy, UnsavedCopy } from '#shared/model/copy'
import { numberedName } from '#shared/model/copy-name'
import type { DocumentId } from '#shared/model/ids'

export type ExportHandlers = Pick<MainHandlers, 'export.save' | 'export.cancel'>

type Parts = Readonly<{
  engine: () => Promise<EngineClient>
  dialogs: Pick<NativeDialogs, 'saveCopy' | 'chooseCopyFolder'>
  events: EventHub
}>

/** Copies out of the archive: the paths stay here, and no copy is written unless the person chose its place. */
export function exportHandlers({ engine, dialogs, events }: Parts): ExportHandlers {
  let run: { isCancelled: boolean } | undefined

  const saveOne = async (client: EngineClient, id: DocumentId, kind: CopyKind): Promise<SavedCopies | null> => {
    const copy = await makeCopy(client, id, kind)
    if ('reason' in copy) return { copies: [], refused: [copy], lists: [] }
    const file = await dialogs.saveCopy(copy.name)
    if (file === undefined) return null
    const saved = await writing(file, () => saveCopy(client, copy, file, false))
    const copies = [{ ...saved.saved, name: basename(saved.file) }]
    await record(client, [copy])
    return { copies, refused: [], lists: [] }
  }

  const saveMany = async (client: EngineClient, ids: readonly DocumentId[], kind: CopyKind, folder: string) => {
    const copies: SavedCopy[] = []
    const refused: UnsavedCopy[] = []
    const current = { isCancelled: false }
    run = current
    for (const [done, id] of ids.entries()) {
      if (current.isCancelled) break
      events.emit('export.progress', { done, total: ids.length })
      const made = await saveInFolder(client, id, kind, folder)
      if ('reason' in made) refused.push(made)
      else copies.push(made)
    }
    events.emit('export.progress', { done: ids.length, total: ids.length })
    return { copies, refused }
  }

  return {
    'export.save': async ({ ids, kind, lists }) => {
      const client = await engine()
      const [only, ...others] = ids
      if (only !== undefined && others.length === 0) return saveOne(client, only, kind)
      const folder = await dialogs.chooseCopyFolder()
      if (folder === undefined) return null
      const { copies, refused } = await saveMany(client, ids, kind, folder)
      const written: string[] = []
      for (const form of lists) written.push(await writeList(folder, form, copyList(form, copies, refused)))
      return { copies, refused, lists: written }
    },
    'export.cancel': () => {
      if (run !== undefined) run.isCancelled = true
      return null
    }
  }
}

/** One document that fails is a row of the answer; a disk that fails ends the whole. */
async function saveInFolder(
  client: EngineClient,
  id: DocumentId,
  kind: CopyKind,
  folder: string
): Promise<SavedCopy | UnsavedCopy> {
  try {
    const copy = await makeCopy(client, id, kind)
    if ('reason' in copy) return copy
    const { file, saved } = await writing(folder, () => saveCopy(client, copy, join(folder, copy.name), true))
    await record(client, [copy])
    return { ...saved, name: basename(file) }
  } catch (error) {
    if (error instanceof SanadError && !ENDING.has(error.code)) return { id, reason: error.code }
    throw error
  }
}

const ENDING: ReadonlySet<string> = new Set(['disk-full', 'permission-denied', 'no-archive-open', 'archive-locked'])

async function writeList(folder: string, form: 'csv' | 'json', text: string): Promise<string> {
  for (let number = 1; number < 10_000; number++) {
    const name = number === 1 ? `copies.${form}` : numberedName(`copies.${form}`, number)
    const written = await writing(folder, () => writeCopy(join(folder, name), [Buffer.from(text, 'utf8')], true))
    if (written !== undefined) return name
  }
  throw new SanadError('disk-error', 'there are too many lists in this folder')
}

/** What the disk says, as the sentence a person needs. */
async function writing<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asSanadError(error, place)
  }
}

const record = (client: EngineClient, copies: readonly ReadyCopy[]): Promise<null> =>
  client.recordCopies(
    copies.map(({ kind, sha256, source }) => ({
      kind,
      sha256,
      original: source.sha256,
      isPicture: source.mediaType.startsWith('image/')
    }))
  )
