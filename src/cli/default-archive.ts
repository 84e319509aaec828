import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The archive that is meant when none is named: the one in the user's documents folder, which the desktop program opens first as well. */
export function defaultArchive(environment: NodeJS.ProcessEnv): string {
  return environment.SANAD_ARCHIVE ?? join(documentsFolder(environment), 'My archive.sanad')
}

/** On Linux the desktop's own setting (`user-dirs.dirs` of the freedesktop.org xdg-user-dirs), elsewhere `Documents`. */
function documentsFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir()
  if (process.platform !== 'linux') return join(home, 'Documents')
  const settings = join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs')
  const set = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readIfThere(settings))?.[1]
  return set === undefined ? join(home, 'Documents') : set.replace(/^\$HOME/, home)
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Most machines without a desktop have no such file; then the usual name is right.
    return ''
  }
}
