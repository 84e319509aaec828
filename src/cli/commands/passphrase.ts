import { type Arguments, UsageError } from '#cli/arguments'
import type { Output, PreparedOnFolder } from '#cli/output'
import { type PassphraseSource, readPassphrase } from '#cli/passphrase-input'
import { currentSource } from '#cli/unlock-archive'
import { forgetKeys } from '#engine/keys/archive-keys'
import { readLockState } from '#engine/keys/lock-state'
import { changePassphrase, removePassphrase, setPassphrase } from '#engine/keys/passphrase-changes'
import { SanadError } from '#shared/errors'

const newSource = ({ newPassphraseFile }: Arguments): PassphraseSource => ({
  file: newPassphraseFile,
  variable: 'SANAD_NEW_PASSPHRASE_FILE',
  option: 'new-passphrase-file'
})

const NO_WAY_BACK =
  'Nobody can open the archive without this passphrase: not its makers, not anybody. Write it down where only you find it.'

/** Sets, changes or removes the passphrase of an archive that nobody has open. */
export function preparePassphrase(args: Arguments): PreparedOnFolder {
  const [what, ...rest] = args.operands
  if (rest.length > 0 || (what !== 'set' && what !== 'change' && what !== 'remove'))
    throw new UsageError('“sanad passphrase” takes one of set, change and remove, and never the passphrase itself.')
  if (what === 'set') return ({ directory }) => set(directory, args)
  return ({ directory }) => (what === 'change' ? change(directory, args) : remove(directory, args))
}

async function set(directory: string, args: Arguments): Promise<Output> {
  // One that was cut off is taken up with the same passphrase, so that only an archive that is whole is refused.
  process.stderr.write(`${NO_WAY_BACK}\n`)
  const passphrase = await readPassphrase(newSourceFor(args), 'New passphrase: ', true)
  forgetKeys(await setPassphrase(directory, passphrase, progressLine('encrypted')))
  return { json: { encrypted: true }, text: `The archive is encrypted. ${OLD_COPIES}` }
}

/** For setting, either option names it: there is only one. */
const newSourceFor = (args: Arguments): PassphraseSource =>
  args.newPassphraseFile === undefined && (args.passphraseFile ?? process.env.SANAD_PASSPHRASE_FILE) !== undefined
    ? currentSource(args)
    : newSource(args)

const OLD_COPIES =
  'What it held before was overwritten as far as a program can; solid-state disks, backups and snapshots of the disk may still have it.'

async function change(directory: string, args: Arguments): Promise<Output> {
  demandLocked(directory)
  const current = await readPassphrase(currentSource(args), 'Passphrase now: ', false)
  const next = await readPassphrase(newSource(args), 'New passphrase: ', true)
  await changePassphrase(directory, current, next)
  return { json: { encrypted: true }, text: 'The passphrase is changed.' }
}

async function remove(directory: string, args: Arguments): Promise<Output> {
  demandLocked(directory)
  const passphrase = await readPassphrase(currentSource(args), 'Passphrase of the archive: ', false)
  await removePassphrase(directory, passphrase, progressLine('decrypted'))
  return {
    json: { encrypted: false },
    text: 'The archive has no passphrase any more: whoever can read its folder can read it.'
  }
}

function demandLocked(directory: string): void {
  if (readLockState(directory) === 'plain') throw new SanadError('bad-request', `${directory} has no passphrase.`)
}

/** Shown on a terminal only. */
function progressLine(done: string): (progress: Readonly<{ done: number; total: number }>) => void {
  if (!process.stderr.isTTY) return () => undefined
  return (progress) => {
    if (progress.total > 0) process.stderr.write(`\r${progress.done} of ${progress.total} originals ${done}`)
    if (progress.done === progress.total) process.stderr.write('\n')
  }
}
