import { join } from 'node:path'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { enMain } from '#shared/i18n/en-main'

export type CopyDialogs = Readonly<{
  /** Absolute path for one copy; `name` is suggested. Undefined when the person cancelled. */
  saveCopy: (name: string) => Promise<string | undefined>
  /** Absolute path of a folder for several copies; undefined when the person cancelled. */
  chooseCopyFolder: () => Promise<string | undefined>
}>

const words = enMain.dialogs

/** The dialogs of copies that leave the archive. `documents`: where they are suggested. */
export function copyDialogs(
  pick: (options: OpenDialogOptions) => Promise<readonly string[]>,
  save: (options: SaveDialogOptions) => Promise<string | undefined>,
  documents: string
): CopyDialogs {
  return {
    saveCopy: (name) =>
      save({
        title: words.saveCopyTitle,
        buttonLabel: words.saveCopyButton,
        defaultPath: join(documents, name),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent']
      }),
    chooseCopyFolder: async () => {
      const properties: OpenDialogOptions['properties'] = ['openDirectory', 'createDirectory', 'dontAddToRecent']
      const chosen = await pick({
        title: words.chooseCopyFolderTitle,
        buttonLabel: words.saveCopyButton,
        defaultPath: documents,
        properties
      })
      return chosen[0]
    }
  }
}
