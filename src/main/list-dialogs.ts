import { join } from 'node:path'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import { enMain } from '#shared/i18n/en-main'

export type ListDialogs = Readonly<{
  /** Absolute path of a list for a roll-call; undefined when the person cancelled. */
  chooseList: () => Promise<string | undefined>
  /** Absolute path for a table that is written; `name` is suggested. Undefined when the person cancelled. */
  saveTable: (name: string) => Promise<string | undefined>
  /** Absolute path for the custody log of this day; undefined when the person cancelled. */
  saveLog: (day: string) => Promise<string | undefined>
}>

const words = enMain.dialogs

/** The dialogs of lists that are read and written. `documents`: where files to write are suggested. */
export function listDialogs(
  pick: (options: OpenDialogOptions) => Promise<readonly string[]>,
  save: (options: SaveDialogOptions) => Promise<string | undefined>,
  documents: string
): ListDialogs {
  return {
    chooseList: async () => {
      const chosen = await pick({
        title: words.chooseListTitle,
        buttonLabel: words.chooseListButton,
        properties: ['openFile', 'dontAddToRecent'],
        filters: [
          { name: words.listFiles, extensions: ['txt', 'csv', 'tsv', 'xlsx', 'xls', 'ods'] },
          { name: words.allFiles, extensions: ['*'] }
        ]
      })
      return chosen[0]
    },
    saveTable: (name) =>
      save({
        title: words.saveTableTitle,
        defaultPath: join(documents, name),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        filters: [{ name: 'CSV', extensions: ['csv'] }]
      }),
    saveLog: (day) =>
      save({
        title: words.saveLogTitle,
        defaultPath: join(documents, `${words.saveLogName} ${day}.jsonl`),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
        filters: [{ name: words.saveLogFiles, extensions: ['jsonl'] }]
      })
  }
}
