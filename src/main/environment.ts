import { resolve } from 'node:path'

export type Environment = Readonly<{
  /** Folder for settings, recents and the log, in place of the system's. */
  userData: string | undefined
  /** Archive to open at the start, created when missing. */
  archive: string | undefined
  /** Folder that the default archive is made in, in place of the system's documents folder. */
  documents: string | undefined
  /** Address of the development server; never heeded in a packaged program. */
  devUrl: string | undefined
}>

/** What the environment asks of this start. Empty values count as absent; folders are made absolute. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>, isPackaged: boolean): Environment {
  const folder = (name: string): string | undefined => {
    const value = variables[name]
    return value ? resolve(value) : undefined
  }
  return {
    userData: folder('SANAD_USER_DATA'),
    archive: folder('SANAD_ARCHIVE'),
    documents: folder('SANAD_DOCUMENTS'),
    devUrl: isPackaged ? undefined : variables.ELECTRON_RENDERER_URL || undefined
  }
}

/**
 * Folders and files named on the command line, absolute. Switches are left out; without a package the first argument is the program.
 */
export function pathsOnCommandLine(argv: readonly string[], isPackaged: boolean, workingDirectory: string): string[] {
  const given = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  return given.slice(isPackaged ? 0 : 1).map((path) => resolve(workingDirectory, path))
}

/** The paths that a second start handed to this one (`{ paths }`); empty when it is anything else. They are not checked yet. */
export function pathsPassed(passed: unknown): readonly unknown[] {
  return typeof passed === 'object' && passed !== null && 'paths' in passed && Array.isArray(passed.paths) ? passed.paths : []
}
