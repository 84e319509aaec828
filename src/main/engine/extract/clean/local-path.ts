/** Folders of a person or a server, as programs write them into files: with a drive, a share, a home folder or as a `file:` address. */
const LOCAL = /^(?:file:|[a-z]:[\\/]|\\\\|~[\\/]|\/(?:home|users|mnt|media|tmp|var|private|root|volumes)\/)/i

/** Whether a value names a place on somebody's computer. */
export const isLocalPath = (value: string): boolean => LOCAL.test(value.trim())

/** The name of the file alone. */
export function fileNameOf(path: string): string {
  const parts = path.trim().split(/[\\/]+/)
  return parts.findLast((part) => part !== '') ?? ''
}
