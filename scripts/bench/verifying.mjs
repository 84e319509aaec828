// Verifying an archive against `sha256sum` over the same originals, in turn in one run; the archive plain, then encrypted.
import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { subset } from './corpus.mjs'
import { loadBenchModule } from './engine-module.mjs'
import { cpuOf, median } from './measure.mjs'

const cli = inProject('out/main/cli.js')
const passphrase = 'seven boats left the landing at dawn'

const sanad = (words) => cpuOf(process.execPath, [cli, ...words, '--json'])

/** What `sha256sum` takes for every file among the originals of an archive. */
const sums = (archive) =>
  cpuOf('bash', ['-c', 'find "$1" -type f -print0 | xargs -0 sha256sum | tail -n 1', 'bash', join(archive, 'originals')])

/** `keep`: where the archives stay for the next run. */
export async function benchVerify({ corpus, folder, keep = folder, limit, rounds, say }) {
  const source = join(folder, 'verify-files')
  const files = subset(corpus, source, { limit })
  const plain = join(keep, `verify-${files}.sanad`)
  const encrypted = join(keep, `verify-${files}-encrypted.sanad`)
  if (!existsSync(encrypted)) {
    say(`an archive of ${files} files to verify, plain and encrypted`)
    await sanad(['import', source, '--archive', plain])
    cpSync(plain, encrypted, { recursive: true })
    const file = join(folder, 'passphrase.txt')
    writeFileSync(file, `${passphrase}\n`)
    await sanad(['passphrase', 'set', '--archive', encrypted, '--new-passphrase-file', file])
  }
  const { timeVerification } = await loadBenchModule('verifying')
  const taken = { sums: [], plain: [], encrypted: [] }
  for (let round = 0; round < rounds; round++) {
    say(`verifying, round ${round + 1} of ${rounds}`)
    taken.sums.push((await sums(plain)).seconds)
    taken.plain.push(await wholeOf(timeVerification(plain, false, null)))
    taken.encrypted.push(await wholeOf(timeVerification(encrypted, false, passphrase)))
  }
  const thorough = await wholeOf(timeVerification(plain, true, null))
  const originals = (runs) => median(runs.map(({ seconds }) => seconds.originals))
  return {
    originals: thorough.outcome.checked,
    sums: median(taken.sums),
    plain: originals(taken.plain),
    encrypted: originals(taken.encrypted),
    rest: median(taken.plain.map(({ seconds }) => restOf(seconds))),
    thorough: restOf(thorough.seconds)
  }
}

const restOf = ({ originals, ...others }) => Object.values(others).reduce((sum, one) => sum + one, 0)

async function wholeOf(verification) {
  const { outcome, seconds } = await verification
  if (outcome.ok !== outcome.checked || outcome.database !== 'ok' || outcome.log !== 'ok')
    throw new Error(`the archive to verify is not whole: ${JSON.stringify(outcome)}`)
  return { outcome, seconds }
}
