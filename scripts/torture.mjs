// Treats Sanad as badly as it may ever be treated, and counts: `npm run torture`, or `npm run torture -- --part kill,fuzz --rounds 30 --minutes 20`.
//
//   --part kill,damage,fuzz   what is done; all of it when left out
//   --rounds 10               programs killed in each kind of work
//   --files 1000              damaged files of each format, a thousand turned bits among them
//   --cases 10000             cases of each target of the fuzzers
//   --minutes 90              when time is up, what is left of the fuzzers' cases is left out, and said
//   --seed 1988               the same rounds and the same cases again
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { runInForeground } from './foreground.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'
import { countsOf, printTable } from './torture/table.mjs'

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise)
const seed = option('--seed')
const cases = option('--cases', '10000')

/** A part is some tests, by the beginnings of their paths, told by the environment how much to do. */
const PARTS = {
  kill: {
    projects: ['integration', 'security'],
    tests: ['tests/integration/kill-', 'tests/security/threat-17-'],
    env: { SANAD_KILL_ROUNDS: option('--rounds', '10'), ...(seed === undefined ? {} : { SANAD_KILL_SEED: seed }) }
  },
  damage: {
    projects: ['integration'],
    tests: ['tests/integration/import/damaged-files.test.ts'],
    env: { SANAD_DAMAGED_FILES: option('--files', '1000') }
  },
  fuzz: {
    projects: ['fuzz'],
    tests: [],
    env: { SANAD_FUZZ_CASES: cases, ...(seed === undefined ? {} : { SANAD_FUZZ_SEED: seed }) }
  }
}

/** Runs one part; its rows for the table. */
async function runPart(name, folder, until) {
  const { projects, tests, env } = PARTS[name]
  const [report, results] = [join(folder, `${name}.jsonl`), join(folder, `${name}.json`)]
  const code = await runInForeground(
    process.execPath,
    [
      inProject('node_modules/vitest/vitest.mjs'),
      ...['run', ...projects.flatMap((project) => ['--project', project]), ...tests],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
    ],
    { cwd: projectDir, env: { ...process.env, ...env, SANAD_FUZZ_REPORT: report, SANAD_FUZZ_UNTIL: String(until) } }
  )
  const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : []
  const ran = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined
  return countsOf({ name, code, ran, outcomes: lines.filter(Boolean).map((line) => JSON.parse(line)) })
}

await runScript(async () => {
  const names = option('--part', Object.keys(PARTS).join(',')).split(',')
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name))
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`)
  await build()
  const until = Date.now() + Number(option('--minutes', '90')) * 60_000
  const folder = mkdtempSync(join(tmpdir(), 'sanad-torture-'))
  try {
    const rows = []
    for (const name of names) rows.push(...(await runPart(name, folder, until)))
    process.exitCode = printTable(rows) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
