/** A disk that is small, full, read-only or pulled out: a tmpfs in a mount namespace that ends with the steps taken on it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { temporaryFolder } from '#tests/support/temporary'

const script = resolve(import.meta.dirname, 'small-disk.mjs')
const cli = resolve(import.meta.dirname, '../../out/main/cli.js')
/** Root makes a namespace as it is; an ordinary user one in which it is root, where the system allows that. */
const namespace = process.getuid?.() === 0 ? ['-m'] : ['-r', '-m']

export type StepEnd = Readonly<{ code: number | null; output: string; errors: string }>

/** A place for the disk, and the programs that may be run on it. */
export type SmallDisk = Readonly<{
  path: string
  /** The command line, on the archive at `path/A.sanad`. */
  sanad: (...args: readonly string[]) => readonly string[]
  /** Takes all the room that is left. */
  fill: readonly string[]
  free: readonly string[]
  readOnly: readonly string[]
  writable: readonly string[]
  /** Copies the archive from the disk to a folder that stays. */
  saveTo: (folder: string) => readonly string[]
}>

/** False where this machine gives nobody a mount namespace: there is then no small disk to test on. */
export const canMount: boolean =
  process.platform === 'linux' &&
  spawnSync('unshare', [...namespace, 'sh', '-c', 'mount -t tmpfs -o size=64k small /mnt'], { stdio: 'ignore' }).status === 0

export function smallDisk(): SmallDisk {
  const path = join(temporaryFolder(), 'disk')
  mkdirSync(path)
  return {
    path,
    sanad: (...args) => [process.execPath, cli, ...args, '--archive', `${path}/A.sanad`],
    fill: ['sh', '-c', `dd if=/dev/zero of=${path}/fill bs=1k 2>/dev/null; true`],
    free: ['rm', `${path}/fill`],
    readOnly: ['mount', '-o', 'remount,ro', path],
    writable: ['mount', '-o', 'remount,rw', path],
    saveTo: (folder) => ['cp', '-a', `${path}/A.sanad`, folder]
  }
}

/** Mounts `disk` with `kib` KiB and takes the steps on it, one after another, whatever became of the one before. */
export async function takeSteps(
  disk: SmallDisk,
  kib: number,
  steps: readonly (readonly string[])[]
): Promise<readonly StepEnd[]> {
  const child = spawn('unshare', [...namespace, process.execPath, script, JSON.stringify({ disk: disk.path, kib, steps })])
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  await new Promise((done, fail) => child.once('error', fail).once('close', done))
  try {
    return JSON.parse(output) as readonly StepEnd[]
  } catch {
    throw new Error(`the steps on the small disk gave no answer: ${errors}`)
  }
}
