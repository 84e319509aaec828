/** Folders of a path from the outside in, without the file's own name; drive letters and both kinds of separators are understood. */
function foldersOf(path: string): string[] {
  return path
    .split(/[\\/]+/)
    .slice(0, -1)
    .filter((part) => part !== '')
}

/** The last `most` folders of a path, as `NGO / 2020 / letters`. Empty for a file at the top. */
export function shortFolders(path: string, most = 3): string {
  return foldersOf(path).slice(-most).join(' / ')
}

/** A fingerprint short enough to compare by eye: its first and last four signs. */
export function shortDigest(sha256: string): string {
  return `${sha256.slice(0, 4)}…${sha256.slice(-4)}`
}
