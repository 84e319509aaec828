import * as v from 'valibot'
import { command } from '#shared/contract/command'
import type { ArchiveState, PassphraseWork } from '#shared/model/app'
import { LONGEST_PASSPHRASE } from '#shared/text/passphrase-form'

const nothing = v.strictObject({})
const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PASSPHRASE))

/** The passphrase of an archive: setting, changing and removing it; locking and unlocking; covering the window, and leaving. */
export const lockCommands = {
  /** Opens the archive that is locked. Refuses with `wrong-passphrase`, `key-damaged`, or with why it could not be opened. */
  'archive.unlock': command<ArchiveState>()('main', v.strictObject({ passphrase })),
  /**
   * Opens the archive of which is asked whether it may be opened: it had a passphrase when it was last open here, and has none now. `isOurs`: not
   * asked again. Why it can not be opened stands in the state. Not opening it is `archive.close`.
   */
  'archive.openUnprotected': command<ArchiveState>()('main', v.strictObject({ isOurs: v.boolean() })),
  /** Locks the archive; one without a passphrase can only be covered, until somebody uncovers it. */
  'archive.lock': command<null>()('main', nothing),
  /** Encrypts the open archive. Refuses with `import-running` while one runs. Answers when all is encrypted. */
  'archive.setPassphrase': command<ArchiveState>()('main', v.strictObject({ passphrase })),
  'archive.changePassphrase': command<ArchiveState>()('main', v.strictObject({ current: passphrase, next: passphrase })),
  /** Decrypts the open archive. Answers when all is plain again. */
  'archive.removePassphrase': command<ArchiveState>()('main', v.strictObject({ passphrase })),
  /** What is being done about the passphrase, for a page that was not there when it began. */
  'archive.passphraseWork': command<PassphraseWork | null>()('main', nothing),
  'archive.clearRecents': command<ArchiveState>()('main', nothing),
  /** Whether the window is covered, for a page that was not there when it was. */
  'window.isCovered': command<boolean>()('main', nothing),
  /** The page draws nothing of an archive any more: its cover stands, or it asks for the passphrase. */
  'window.isCalm': command<null>()('main', nothing),
  'window.uncover': command<null>()('main', nothing),
  /** Ends the program, as closing its last window does. Answers before it ends. */
  'app.quit': command<null>()('main', nothing)
} as const
