import { existsSync } from 'node:fs'
import type { Arguments } from '#cli/arguments'
import { type PassphraseSource, readPassphrase } from '#cli/passphrase-input'
import type { ArchiveKeys } from '#engine/keys/archive-keys'
import { readLockState } from '#engine/keys/lock-state'
import { SanadError } from '#shared/errors'

/** The passphrase that the archive has. */
export const currentSource = ({ passphraseFile }: Pick<Arguments, 'passphraseFile'>): PassphraseSource => ({
  file: passphraseFile,
  variable: 'SANAD_PASSPHRASE_FILE',
  option: 'passphrase-file'
})

/**
 * The keys of an archive that has a passphrase; null for every other, of which none is asked. Throws UsageError and SanadError, also where a
 * passphrase was given as an option and the archive has none: whoever gives one counts on an archive that somebody may have exchanged.
 */
export async function unlockArchive(directory: string, args: Pick<Arguments, 'passphraseFile'>): Promise<ArchiveKeys | null> {
  if (readLockState(directory) === 'plain') {
    if (existsSync(directory)) mindGiven(directory, args)
    return null
  }
  // Not needed for most archives, and half of the program.
  const { unlock } = await import('#engine/keys/passphrase-changes')
  return await unlock(directory, await readPassphrase(currentSource(args), 'Passphrase of the archive: ', false))
}

/** The environment may name a passphrase for other archives as well: it is told, and no more. */
function mindGiven(directory: string, { passphraseFile }: Pick<Arguments, 'passphraseFile'>): void {
  const told = `${directory} does not ask for the passphrase that was given`
  if (passphraseFile !== undefined)
    throw new SanadError(
      'bad-request',
      `${told}. If it had one, somebody may have put another archive in its place. Nothing was opened or changed. Without --passphrase-file it is opened as it is.`
    )
  if ((process.env.SANAD_PASSPHRASE_FILE ?? '') !== '')
    process.stderr.write(
      `sanad: ${told} (SANAD_PASSPHRASE_FILE). If it had one, somebody may have put another archive in its place.\n`
    )
}
