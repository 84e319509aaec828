/** What belongs into the folder of an archive, by name. */

const ROOT_FILE =
  /^archive\.(?:db|db-wal|db-shm|db-journal|lock|lock-journal|key|key\.copy|db\.before-v\d+|db\.(?:before-v\d+|mended)\.part(?:-journal|-wal|-shm)?|db\.mended(?:-journal)?|repair(?:\.part)?|db\.damaged-[\dT-]+(?:-wal|-shm|\.sealed)?)(?:\.(?:new|old))?(?:\.seed(?:-journal)?)?$/
const ROOT_FOLDERS: ReadonlySet<string> = new Set(['originals', 'snapshots'])
const SNAPSHOT_FILE =
  /^(?:\d{4}-\d{2}-\d{2}\.db|manifest\.db)(?:\.part(?:-journal|-wal|-shm)?|\.(?:new|old))?(?:\.seed(?:-journal)?)?$/

/** A file in the archive's folder itself. */
export const isKnownRootFile = (name: string): boolean => ROOT_FILE.test(name)

export const isKnownRootFolder = (name: string): boolean => ROOT_FOLDERS.has(name)

export const isKnownSnapshot = (name: string): boolean => SNAPSHOT_FILE.test(name)

/** A folder among the originals: named after the first two digits of the files in it. */
export const isShelf = (name: string): boolean => /^[0-9a-f]{2}$/.test(name)
