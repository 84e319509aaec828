import { basename } from 'node:path'

export const ARCHIVE_SUFFIX = '.sanad'

/** What a person calls the archive: the folder's name without `.sanad`. */
export function archiveName(directory: string): string {
  const name = basename(directory)
  return name.endsWith(ARCHIVE_SUFFIX) && name.length > ARCHIVE_SUFFIX.length ? name.slice(0, -ARCHIVE_SUFFIX.length) : name
}
