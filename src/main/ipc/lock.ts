import type { ArchiveSession } from '#main/archive-session'
import type { MainHandlers } from '#main/ipc/main-handlers'
import type { WindowLock } from '#main/lock/window-lock'
import type { lockCommands } from '#shared/contract/lock-commands'

export type LockHandlers = Pick<MainHandlers, keyof typeof lockCommands>

/** The passphrase of the archive, locking, covering the window, and leaving (`quit`). A passphrase passes through here and is kept nowhere. */
export function lockHandlers(archives: ArchiveSession, lock: WindowLock, quit: () => void): LockHandlers {
  return {
    'archive.unlock': ({ passphrase }) => archives.unlock(passphrase),
    'archive.openUnprotected': ({ isOurs }) => archives.openUnprotected(isOurs),
    'archive.lock': () => {
      lock.now()
      return null
    },
    'archive.setPassphrase': ({ passphrase }) => archives.setPassphrase(passphrase),
    'archive.changePassphrase': (given) => archives.changePassphrase(given),
    'archive.removePassphrase': ({ passphrase }) => archives.removePassphrase(passphrase),
    'archive.passphraseWork': () => archives.passphraseWork(),
    'archive.clearRecents': () => archives.clearRecents(),
    'window.isCovered': () => lock.isCovered(),
    'window.isCalm': () => {
      lock.isCalm()
      return null
    },
    'window.uncover': () => {
      lock.uncover()
      return null
    },
    'app.quit': () => {
      // Once the answer is on its way: the page would report a command that nobody answers.
      setImmediate(quit)
      return null
    }
  }
}
