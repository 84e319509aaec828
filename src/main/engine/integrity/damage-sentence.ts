import { isSqliteError } from '#engine/store/connection'

/** What an error that a database threw says of it. Throws on what says nothing of it: that is a fault of the program, or of the disk. */
export function damageSentence(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  if (isSqliteError(error, 'SQLITE_NOTADB'))
    return 'The database can not be read: its first page is damaged, or it is not a database.'
  if (isSqliteError(error, 'SQLITE_CORRUPT')) return `The database is damaged: ${said}.`
  if (isSqliteError(error, 'SQLITE_ERROR')) return `The database is damaged: its tables are not those of an archive (${said}).`
  if (isSqliteError(error, 'SQLITE_IOERR') || isSqliteError(error, 'SQLITE_CANTOPEN'))
    return `The database can not be read: the disk reports an error (${said}).`
  throw error
}
