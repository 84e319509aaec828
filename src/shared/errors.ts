/**
 * Errors a person may meet. The code crosses the process boundary; the window words it (catalogue key `error.<code>`), saying what
 * happened, that nothing was lost, and what to do. `message` is a plain English sentence for logs and the command line.
 */
export const ERROR_CODES = [
  'bad-request',
  'not-found',
  'no-archive-open',
  'archive-not-found',
  'archive-not-an-archive',
  'archive-from-newer-version',
  'archive-in-use',
  'archive-damaged',
  'archive-leads-elsewhere',
  'archive-locked',
  'wrong-passphrase',
  'key-damaged',
  'passphrase-unfinished',
  'archive-read-only',
  'archive-moved',
  'archive-exists',
  'archive-folder-not-empty',
  'disk-full',
  'disk-error',
  'permission-denied',
  'import-running',
  'import-not-running',
  'choice-expired',
  'tag-exists',
  'name-taken',
  'bad-charset',
  'bad-date',
  'wrong-password',
  'reread-running',
  'bad-spelling',
  'too-many-spellings',
  'bad-split',
  'name-changed',
  'view-not-available',
  'list-not-readable',
  'list-empty',
  'copy-not-whole',
  'rollcall-running',
  'superseded',
  'internal'
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export class SanadError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SanadError'
    this.code = code
  }
}
