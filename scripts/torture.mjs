// Treats Sanad as badly as it may ever be treated, and counts: `npm run torture`, or `npm run torture -- --part kill,fuzz --rounds 30 --minutes 20`.
//
//   --part kill,damage,fuzz   what is done, in this order; all of it when left out
//   --rounds 100              programs killed at random moments, in all: as many in each kind of work
//   --files 1000              damaged files of each format, a thousand turned bits among them
//   --cases 10000             cases of each target of the fuzzers
//   --minutes 180             when time is up, the rounds and cases that are not begun are left out, and said
//   --seed 1988               the same moments, files and cases again; another one each time when left out
//
// Nothing it started or wrote outlives it, however it ends. How to make one failure again: CONTRIBUTING.md.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'
import { clearFolders, makeFolder } from './torture/folders.mjs'
import { runGroup } from './torture/run-group.mjs'
import { countsOf, isWell, tableOf } from './torture/table.mjs'

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise)
const seed = option('--seed', String(Date.now() % 2 ** 31))
const rounds = Number(option('--rounds', '100'))

/** Kinds of work that are killed by SIGKILL at random moments. Faults of the disk at the n-th write come on top. */
const KILLED = ['importing', 'tagging', 're-reading', 'an upgrade', 'set', 'changed', 'removed', 'verifying', 'taking snapshots']

/** A part is some tests, by the beginnings of their paths, told by the environment how much to do. */
const PARTS = {
  kill: {
    projects: ['integration', 'security'],
    tests: ['tests/integration/kill-', 'tests/security/threat-17-'],
    env: { SANAD_KILL_ROUNDS: String(Math.ceil(rounds / KILLED.length)), SANAD_KILL_SEED: seed }
  },
  damage: {
    projects: ['integration'],
    tests: ['tests/integration/import/damaged-files.test.ts'],
    env: { SANAD_DAMAGED_FILES: option('--files', '1000') }
  },
  fuzz: {
    projects: ['fuzz'],
    tests: [],
    env: { SANAD_FUZZ_CASES: option('--cases', '10000'), SANAD_FUZZ_SEED: seed },
    isFast: true
  }
}

/** What was begun in time may take so much longer; what takes more hangs, and is ended and counted. */
const GRACE_MS = 10 * 60_000

const say = (text) => process.stdout.write(`${text}\n`)

/** Runs one part; its rows for the table, and whether somebody ended it. */
async function runPart(name, until) {
  const { projects, tests, env, isFast = false } = PARTS[name]
  const folder = makeFolder(isFast)
  try {
    const [report, results] = [join(folder, 'report.jsonl'), join(folder, 'results.json')]
    const { code, isEnded } = await runGroup(
      process.execPath,
      [
        inProject('node_modules/vitest/vitest.mjs'),
        ...['run', ...projects.flatMap((project) => ['--project', project]), ...tests],
        ...[`--reporter=${inProject('scripts/torture/reporter.mjs')}`, '--reporter=default', '--reporter=json'],
        `--outputFile.json=${results}`
      ],
      {
        cwd: projectDir,
        deadline: until + GRACE_MS,
        env: {
          ...process.env,
          ...env,
          ...{ TMPDIR: folder, SANAD_FUZZ_REPORT: report, SANAD_FUZZ_UNTIL: String(until) },
          SANAD_TORTURE_PID: String(process.pid)
        }
      }
    )
    const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : []
    const ran = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined
    return { isEnded, rows: countsOf({ name, code, ran, outcomes: lines.filter(Boolean).map((line) => JSON.parse(line)) }) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A kind of work that was not killed once must not go unnoticed. */
const missing = (rows) =>
  KILLED.filter((kind) => !rows.some(({ target }) => target === kind)).map((target) => ({
    part: 'kill',
    target,
    rounds: 0,
    losses: 1
  }))

await runScript(async () => {
  const names = option('--part', Object.keys(PARTS).join(',')).split(',')
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name))
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`)
  clearFolders()
  await build()
  const begun = Date.now()
  const minutes = Number(option('--minutes', '180'))
  say(`Seed ${seed}. Parts: ${names.join(', ')}. At most about ${minutes} minutes.`)
  const rows = []
  for (const name of names) {
    say(`\n── ${name}, ${new Date().toISOString()}`)
    const part = await runPart(name, begun + minutes * 60_000)
    rows.push(...part.rows, ...(name === 'kill' ? missing(part.rows) : []))
    say(`\n${tableOf(part.rows)}`)
    if (part.isEnded) throw new Error('It was ended from outside before it was done.')
  }
  if (names.length > 1) say(tableOf(rows))
  say(
    `Seed ${seed}, ${Math.round((Date.now() - begun) / 60_000)} minutes. The same again: npm run torture -- ${process.argv.slice(2).join(' ')} --seed ${seed}`
  )
  process.exitCode = isWell(rows) ? 0 : 1
})
