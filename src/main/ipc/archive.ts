import type { ArchiveSession } from '#main/archive-session'
import type { MainHandlers } from '#main/ipc/main-handlers'
import type { NativeDialogs } from '#main/native-dialogs'

export type ArchiveHandlers = Pick<
  MainHandlers,
  | 'archive.state'
  | 'archive.create'
  | 'archive.open'
  | 'archive.openRecent'
  | 'archive.forgetRecent'
  | 'archive.close'
  | 'archive.reveal'
>

/** The archive as a folder on disk. Where it is, is asked of the person in native dialogs; the window never names a path. */
export function archiveHandlers(archives: ArchiveSession, dialogs: NativeDialogs): ArchiveHandlers {
  return {
    'archive.state': () => archives.state(),
    'archive.create': async () => {
      const directory = await dialogs.newArchive()
      return directory === undefined ? null : archives.open(directory, { create: true })
    },
    'archive.open': async () => {
      const directory = await dialogs.openArchive()
      return directory === undefined ? null : archives.open(directory, { create: false })
    },
    'archive.openRecent': ({ index }) => archives.openRecent(index),
    'archive.forgetRecent': ({ index }) => archives.forgetRecent(index),
    'archive.close': () => archives.close(),
    'archive.reveal': async () => {
      const { directory } = await archives.engine()
      if (await dialogs.confirmReveal()) dialogs.reveal(directory)
      return null
    }
  }
}
