/**
 * Keeps the paths chosen in GTK's file dialogs out of the desktop's list of recent files (`recently-used.xbel`), which would name the place of an
 * encrypted archive, its sources and its copies to whoever opens a file manager. Electron's `dontAddToRecent` works on Windows only.
 *
 * GTK keeps that list in the data folder of the person and asks for the folder once, when it starts. It is told of one that can not exist; the real one goes
 * to the front of the folders that are only read, so that fonts, themes and icons in it are found. GTK's setting `gtk-recent-files-enabled` is no way: a
 * dialog that finds it off empties the list of every other program (measured), and the desktop's own settings go before a file's.
 */
import { posix } from 'node:path'

type Variables = Record<string, string | undefined>

/** Nothing can be made under it, by root neither. */
const NOWHERE = '/dev/null/none'
/** What the XDG Base Directory Specification says when nothing is set. */
const SYSTEM_DATA = '/usr/local/share/:/usr/share/'

/**
 * Changes `variables` (the environment of this process) until the returned function is called: call before the toolkit starts, and give back once the
 * application is ready, before any other program is started, which would be misled. Does nothing but on Linux.
 */
export function keepOutOfRecents(variables: Variables, platform: NodeJS.Platform, home: string): () => void {
  if (platform !== 'linux') return () => undefined
  const { XDG_DATA_HOME, XDG_DATA_DIRS } = variables
  variables.XDG_DATA_HOME = NOWHERE
  variables.XDG_DATA_DIRS = `${XDG_DATA_HOME || posix.join(home, '.local', 'share')}:${XDG_DATA_DIRS || SYSTEM_DATA}`
  return () => {
    for (const [name, value] of Object.entries({ XDG_DATA_HOME, XDG_DATA_DIRS }))
      if (value === undefined) delete variables[name]
      else variables[name] = value
  }
}
