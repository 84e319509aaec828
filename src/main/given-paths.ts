import { lstat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'

/** How many dropped or given paths are taken at once; more than a person drops by hand. */
const PATHS_LIMIT = 10_000

/**
 * The absolute paths of an untrusted list that exist now, without doubles and in order.
 * Anything that is no list of strings, no absolute path, or not there is left out.
 */
export async function existingPaths(list: unknown): Promise<string[]> {
  if (!Array.isArray(list) || list.length > PATHS_LIMIT) return []
  const paths = new Set(
    list.filter((path): path is string => typeof path === 'string' && !path.includes('\0') && isAbsolute(path))
  )
  const found: string[] = []
  for (const path of paths) {
    if (await exists(path)) found.push(path)
  }
  return found
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false
  )
}
