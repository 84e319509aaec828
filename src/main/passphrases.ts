import type { ArchiveKeys } from '#engine/keys/archive-keys'

/** Told how far work on a passphrase is. `total` is 0 while it is not known yet. */
export type TellWork = (progress: Readonly<{ done: number; total: number }>) => void

/** What is done with an archive's passphrase. Every step rejects with SanadError; see the engine's `keys` for what each promises. */
export type Passphrases = Readonly<{
  /** Whether the archive in this folder has a passphrase. */
  isEncrypted: (directory: string) => Promise<boolean>
  /** The keys that open the archive. Rejects with `wrong-passphrase` or `key-damaged`. Cost: half a second, in a thread of its own. */
  unlock: (directory: string, passphrase: string) => Promise<ArchiveKeys>
  /** Encrypts a closed archive; cut short, it goes on when called again. */
  set: (directory: string, passphrase: string, tell: TellWork) => Promise<void>
  /** Rejects with `wrong-passphrase` or `key-damaged`. Nothing is encrypted anew, so that the archive may be open. */
  change: (directory: string, passphrases: Readonly<{ current: string; next: string }>) => Promise<void>
  /** Decrypts a closed archive; cut short, it goes on when called again. */
  remove: (directory: string, passphrase: string, tell: TellWork) => Promise<void>
}>
