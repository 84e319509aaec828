// A Linux package as one compressed file, the same bytes for the same contents: names in order, root as owner, one time for all files.
import { createHash } from 'node:crypto'
import { createReadStream, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { lastWords, run } from '../setup/run.mjs'
import { SetupFailure } from '../setup/say.mjs'

/** The time that all files bear: when the commit was made that they are built from, else the start of this century. */
async function timeOfSources(projectDir) {
  const { code, stdout } = await run('git', ['log', '-1', '--format=%ct'], { cwd: projectDir })
  return code === 0 ? stdout.trim() : '978307200'
}

/** Packs `folder` as `Sanad/` into `file` (`….tar.gz`). */
export async function makeTarball(folder, file, projectDir) {
  const order = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${await timeOfSources(projectDir)}`]
  const name = basename(folder)
  // Without the name and time that gzip would write into its header.
  const args = [...order, `--transform=s,^${name},Sanad,S`, '-I', 'gzip -n', '-cf', file, '-C', dirname(folder), name]
  const result = await run('tar', args)
  if (result.code !== 0)
    throw new SetupFailure(`The package could not be compressed: ${lastWords(result)}.`, 'Check the disk space.')
}

/** Writes `SHA256SUMS` beside files of one folder, as `sha256sum --check` reads it. */
export async function writeSums(files) {
  const lines = []
  for (const file of [...files].sort()) {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(file)) hash.update(chunk)
    lines.push(`${hash.digest('hex')}  ${basename(file)}\n`)
  }
  const sums = join(dirname(files[0]), 'SHA256SUMS')
  writeFileSync(sums, lines.join(''))
  return sums
}
