// Where things are. Nothing here may be absolute or belong to one machine: the folder of the project, and the user's cache folder.
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The folder of this project (the one with package.json). */
export const projectDir = resolve(import.meta.dirname, '..', '..')

/** What is made once and shared by all clones of one user: the development runtime, compiled modules, locks. It may be deleted at any time. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sanad-dev')

/** A path inside the project. */
export const inProject = (...parts) => join(projectDir, ...parts)

/** A short name for this clone, so that locks of two clones do not meet. */
export const projectKey = createHash('sha256').update(projectDir).digest('hex').slice(0, 12)
