// Verifying an archive against `sha256sum` over the same originals, in turn in one run: the reading of the originals by itself, and the
// whole command from outside. `sha256sum` has one thread and only reads; the command also starts Node.js, checks database, index, texts
// and custody log, and, of an encrypted archive, makes the key of the passphrase and decrypts.
import { createCipheriv, createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { subset } from './corpus.mjs'
import { loadBenchModule } from './engine-module.mjs'
import { cpuOf, median } from './measure.mjs'

const cli = inProject('out/main/cli.js')
const passphrase = 'seven boats left the landing at dawn'
/** Of the large originals: as photographs and film are, in number and size. */
const LARGE = { files: 160, bytes: 4 * 1024 * 1024 }

const sanad = (words) => cpuOf(process.execPath, [cli, ...words, '--json'])

/** What `sha256sum` takes for every file among the originals of an archive. */
const sums = (archive) =>
  cpuOf('bash', ['-c', 'find "$1" -type f -print0 | xargs -0 sha256sum | tail -n 1', 'bash', join(archive, 'originals')])

/** Bytes that no format knows and nothing can pack, the same on every machine. */
function writeLarge(folder) {
  mkdirSync(folder, { recursive: true })
  const zeros = Buffer.alloc(LARGE.bytes)
  for (let n = 0; n < LARGE.files; n++) {
    const key = createHash('sha256').update(`large original ${n}`).digest()
    writeFileSync(join(folder, `${n}.bin`), createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(zeros))
  }
}

/** `keep`: where the archives stay for the next run. */
export async function benchVerify({ corpus, folder, keep = folder, limit, rounds, say }) {
  const secret = join(folder, 'passphrase.txt')
  writeFileSync(secret, `${passphrase}\n`)
  const small = join(folder, 'verify-files')
  const files = subset(corpus, small, { limit })
  const large = join(folder, 'verify-large')
  if (!existsSync(join(keep, 'verify-large-encrypted.sanad'))) writeLarge(large)
  const results = {}
  for (const [name, source] of [
    [`${files}`, small],
    ['large', large]
  ]) {
    say(`an archive to verify, plain and encrypted: ${name}`)
    const archives = await makeArchives({ source, secret, at: join(keep, `verify-${name}`) })
    results[name === 'large' ? 'large' : 'small'] = await compare({ ...archives, secret, rounds, say })
  }
  const plain = join(keep, `verify-${files}.sanad`)
  results.thorough = restOf((await wholeOf((await loadBenchModule('verifying')).timeVerification(plain, true, null))).seconds)
  return results
}

async function makeArchives({ source, secret, at }) {
  const [plain, encrypted] = [`${at}.sanad`, `${at}-encrypted.sanad`]
  if (!existsSync(encrypted)) {
    if (!existsSync(plain)) await sanad(['import', source, '--archive', plain])
    cpSync(plain, encrypted, { recursive: true })
    await sanad(['passphrase', 'set', '--archive', encrypted, '--new-passphrase-file', secret])
  }
  return { plain, encrypted }
}

async function compare({ plain, encrypted, secret, rounds, say }) {
  const { timeVerification } = await loadBenchModule('verifying')
  const stage = { sums: [], plain: [], encrypted: [], rest: [] }
  const whole = { plain: [], encrypted: [] }
  let checked = 0
  const command = async (words) => {
    const { seconds, output } = await sanad(['verify', ...words])
    checked = JSON.parse(output).checked
    return seconds
  }
  for (let round = 0; round < rounds; round++) {
    say(`verifying, round ${round + 1} of ${rounds}`)
    // Before and after: the machine is not the same from one second to the next.
    stage.sums.push((await sums(plain)).seconds)
    whole.plain.push(await command(['--archive', plain]))
    whole.encrypted.push(await command(['--archive', encrypted, '--passphrase-file', secret]))
    stage.sums.push((await sums(plain)).seconds)
    const timed = await wholeOf(timeVerification(plain, false, null))
    stage.plain.push(timed.seconds.originals)
    stage.rest.push(restOf(timed.seconds))
    stage.encrypted.push((await wholeOf(timeVerification(encrypted, false, passphrase))).seconds.originals)
  }
  const medians = (runs) => Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, median(all)]))
  const { sums: sumsSeconds, rest, ...stages } = medians(stage)
  return { originals: checked, sums: sumsSeconds, stage: stages, whole: medians(whole), rest }
}

const restOf = ({ originals, ...others }) => Object.values(others).reduce((sum, one) => sum + one, 0)

async function wholeOf(verification) {
  const { outcome, seconds } = await verification
  if (outcome.ok !== outcome.checked || outcome.database !== 'ok' || outcome.log !== 'ok')
    throw new Error(`the archive to verify is not whole: ${JSON.stringify(outcome)}`)
  return { outcome, seconds }
}
