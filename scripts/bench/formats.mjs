// Formats: how much of each kind of file is read, at what cost, beside a named tool where one is installed.
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { inProject } from '../setup/paths.mjs'
import { filesBelow, subset } from './corpus.mjs'
import { cpuOf, median } from './measure.mjs'

const cli = inProject('out/main/cli.js')

/** Programs that read the text of one kind of file, one file a call. */
const yardsticks = {
  '.pdf': { name: 'pdftotext', arguments: (file) => ['-enc', 'UTF-8', file, '-'] }
}

/** Whether a program can be started here. */
export function isInstalled(program) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    // `which` says no by its exit status.
    return false
  }
}

/** CPU of the yardstick over all files of a folder, one process a file as such tools are used. */
async function yardstickCpu(yardstick, folder) {
  const files = filesBelow(folder)
  let cpu = 0
  for (const file of files) {
    // A file that the tool refuses cost it time too.
    const script = `"$@" >/dev/null 2>&1 || true`
    cpu += (await cpuOf('bash', ['-c', script, 'bash', yardstick.name, ...yardstick.arguments(file)])).cpu
  }
  return cpu
}

async function countFailures(archive) {
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(join(archive, 'archive.db'), { readonly: true })
  const count = (where) => db.prepare(`SELECT count(*) FROM document WHERE ${where}`).pluck().get()
  const result = {
    documents: count('1'),
    failed: count(`status IN ('failed', 'not-readable-yet')`),
    locked: count(`status = 'locked'`),
    waiting: count(`status = 'needs-ocr'`)
  }
  db.close()
  return result
}

/** Every kind of file in the corpus, at most `limit` of each, imported into an archive of its own. */
export async function benchFormats({ corpus, folder, limit, rounds, say }) {
  const all = filesBelow(corpus)
  const kinds = [...new Set(all.map((file) => extname(file).toLowerCase()))].filter((kind) => kind !== '').sort()
  const results = {}
  for (const kind of kinds) {
    const source = join(folder, `format${kind}`)
    const files = subset(corpus, source, { accept: (file) => extname(file).toLowerCase() === kind, limit })
    const bytes = filesBelow(source).reduce((sum, file) => sum + statSync(file).size, 0)
    const yardstick = yardsticks[kind]
    const compares = yardstick !== undefined && isInstalled(yardstick.name)
    const ours = []
    const seconds = []
    const theirs = []
    for (let round = 0; round < rounds; round++) {
      say(`${files} files ${kind}, round ${round + 1} of ${rounds}`)
      const archive = join(folder, `format${kind}-${round}.sanad`)
      const run = await cpuOf(process.execPath, [cli, 'import', source, '--archive', archive, '--json'])
      ours.push(run.cpu)
      seconds.push(run.seconds)
      if (compares) theirs.push(await yardstickCpu(yardstick, source))
    }
    results[kind] = {
      files,
      megabytes: bytes / 1e6,
      cpu: median(ours),
      seconds: median(seconds),
      ...(await countFailures(join(folder, `format${kind}-0.sanad`))),
      ...(compares ? { yardstick: yardstick.name, yardstickCpu: median(theirs), ratio: median(ours) / median(theirs) } : {})
    }
  }
  return results
}
