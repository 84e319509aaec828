import type { Arguments } from '#cli/arguments'
import { type PassphraseSource, readPassphrase } from '#cli/passphrase-input'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { readLockState } from '#engine/keys/lock-state'

/** The passphrase that the archive has. */
export const currentSource = ({ passphraseFile }: Pick<Arguments, 'passphraseFile'>): PassphraseSource => ({
  file: passphraseFile,
  variable: 'SANAD_PASSPHRASE_FILE',
  option: 'passphrase-file'
})

/** The keys of an archive that has a passphrase; null for every other, of which none is asked. Throws UsageError and SanadError. */
export async function unlockArchive(directory: string, args: Pick<Arguments, 'passphraseFile'>): Promise<ArchiveKeys | null> {
  if (readLockState(directory) === 'plain') return null
  // Not needed for most archives, and half of the program.
  const { unlock } = await import('#engine/keys/passphrase-changes')
  return await unlock(directory, await readPassphrase(currentSource(args), 'Passphrase of the archive: ', false))
}
