import { extname, join } from 'node:path'
import { type BrowserWindow, dialog, type OpenDialogOptions, shell } from 'electron'
import { type CopyDialogs, copyDialogs } from '#main/copy-dialogs'
import { type ListDialogs, listDialogs } from '#main/list-dialogs'
import { enMain } from '#shared/i18n/en-main'

export type NativeDialogs = ListDialogs &
  CopyDialogs &
  Readonly<{
    /** Absolute paths of what to import; empty when the person cancelled. */
    chooseSources: (kind: 'folder' | 'files') => Promise<readonly string[]>
    /** Directory for a new archive, ending in `.sanad`; undefined when the person cancelled. */
    newArchive: () => Promise<string | undefined>
    openArchive: () => Promise<string | undefined>
    /** Asks before another program is opened. */
    confirmReveal: () => Promise<boolean>
    /** Opens the system's file manager at a directory. */
    reveal: (directory: string) => void
    /** Tells of something that failed and was asked for outside the window's page. */
    showTrouble: (message: string) => Promise<void>
    /** Tells of a fault in the program; true when the person wants to quit. */
    showFault: () => Promise<boolean>
  }>

const words = enMain.dialogs

/** The system's own dialogs, in front of the window when there is one. Subtle: `dialog` is used by name so that tests can answer it. */
export function createNativeDialogs(window: () => BrowserWindow | undefined, documents: string): NativeDialogs {
  const pick = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const owner = window()
    const answer = await (owner === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(owner, options))
    return answer.canceled ? [] : answer.filePaths
  }
  const save = async (options: Electron.SaveDialogOptions): Promise<string | undefined> => {
    const owner = window()
    const answer = await (owner === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(owner, options))
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
  }
  const ask = async (options: Electron.MessageBoxOptions): Promise<number> => {
    const owner = window()
    const answer = await (owner === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(owner, options))
    return answer.response
  }
  return {
    chooseSources: (kind) =>
      pick({
        title: kind === 'folder' ? words.chooseFolderTitle : words.chooseFilesTitle,
        buttonLabel: words.importButton,
        properties:
          kind === 'folder'
            ? ['openDirectory', 'multiSelections', 'dontAddToRecent']
            : ['openFile', 'multiSelections', 'dontAddToRecent']
      }),
    newArchive: async () => {
      const options: Electron.SaveDialogOptions = {
        title: words.newArchiveTitle,
        buttonLabel: words.newArchiveButton,
        defaultPath: join(documents, `${enMain.defaultArchiveName}.sanad`),
        properties: ['createDirectory', 'dontAddToRecent']
      }
      const path = await save(options)
      return path === undefined ? undefined : asArchiveDirectory(path)
    },
    openArchive: async () => {
      const properties: OpenDialogOptions['properties'] = ['openDirectory', 'dontAddToRecent']
      const chosen = await pick({
        title: words.openArchiveTitle,
        buttonLabel: words.openArchiveButton,
        defaultPath: documents,
        properties
      })
      return chosen[0]
    },
    ...listDialogs(pick, save, documents),
    ...copyDialogs(pick, save, documents),
    confirmReveal: async () =>
      (await ask({
        type: 'question',
        message: words.revealMessage,
        detail: words.revealDetail,
        buttons: [words.revealButton, words.cancelButton],
        defaultId: 1,
        cancelId: 1
      })) === 0,
    reveal: (directory) => shell.showItemInFolder(directory),
    showTrouble: async (message) => void (await ask({ type: 'warning', message: enMain.errorTitle, detail: message })),
    showFault: async () =>
      (await ask({
        type: 'error',
        message: enMain.fault.message,
        detail: enMain.fault.detail,
        buttons: [enMain.fault.goOn, enMain.fault.quit],
        defaultId: 0,
        cancelId: 0
      })) === 1
  }
}

/** An archive is a folder that ends in `.sanad`; the ending is put on where the person left it out. */
function asArchiveDirectory(path: string): string {
  return extname(path).toLowerCase() === '.sanad' ? path : `${path}.sanad`
}
