// Runs everything that must hold, in order, and counts it: `npm test` (which sets up first) and `npm run check` (which does not).
// One failing stage does not stop the next, except that nothing runs on an app that was not built. The last line is the sum.
//
// The journeys of e2e run in a network namespace of their own where the system allows it, and say so; with --no-network they must,
// with --with-network they do not. Where no display is in sight they run as two halves side by side.
//
//   npm run check -- --only unit      one stage (with the build, where it needs that): tree, format, lint, types, build, unit, integration, security, fuzz, e2e
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyNetwork } from './empty-network.mjs'
import { runInForeground } from './foreground.mjs'
import { runJourneys } from './journeys.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { run } from './setup/run.mjs'

const reports = mkdtempSync(join(tmpdir(), 'sanad-test-'))
const line = (text = '') => process.stdout.write(`${text}\n`)

/** A stage that passes or fails as a whole, and is silent unless it fails. */
const check = (name, args) => ({
  name,
  count: async () => {
    const result = await run(process.execPath, args, { cwd: projectDir })
    if (result.code === 0) return { passed: 1, failed: 0 }
    line(`${result.stdout}${result.stderr}`.trimEnd())
    return { passed: 0, failed: 1 }
  }
})

/** What a test runner wrote down; a runner that ended badly, or found no test, has failed at least once whatever it counted. */
function counted(code, report, read) {
  let result = { passed: 0, failed: 0, skipped: 0, again: 0 }
  try {
    result = read(JSON.parse(readFileSync(report, 'utf8')))
  } catch (error) {
    line(`The tests left no report: ${error.message}`)
  }
  const isBad = code !== 0 || result.passed + result.failed === 0
  return { ...result, failed: isBad ? Math.max(1, result.failed) : result.failed }
}

const vitest = (name) => ({
  name,
  count: async () => {
    const report = join(reports, `${name}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runInForeground(
      process.execPath,
      [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', name, ...reporters],
      {
        cwd: projectDir
      }
    )
    return counted(code, report, (result) => ({
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests + result.numTodoTests,
      again: 0
    }))
  }
})

const playwright = (name) => ({
  name,
  needsBuild: true,
  count: async () => {
    const network = process.argv.includes('--with-network') ? undefined : await emptyNetwork()
    if (network === undefined && process.argv.includes('--no-network')) {
      line('This system does not allow a network namespace: the tests were not run.')
      return { passed: 0, failed: 1 }
    }
    line(
      network
        ? `In an empty network namespace, ${network.means}.`
        : 'No network namespace is allowed here: the canary hears loopback only.'
    )
    const halves = await runJourneys(reports, network)
    return halves.map(({ code, report }) => counted(code, report, journeysOf)).reduce(added)
  }
})

const journeysOf = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
  again: stats.flaky
})

const added = (one, other) => Object.fromEntries(Object.keys(one).map((key) => [key, one[key] + (other[key] ?? 0)]))

const biome = inProject('node_modules/@biomejs/biome/bin/biome')
const stages = [
  check('tree', ['scripts/check-tree.mjs']),
  check('format', [biome, 'format', '.']),
  check('lint', [biome, 'lint', '--error-on-warnings', '.']),
  check('types', ['scripts/typecheck.mjs']),
  check('build', ['scripts/build.mjs']),
  vitest('unit'),
  { ...vitest('integration'), needsBuild: true },
  { ...vitest('security'), needsBuild: true },
  { ...vitest('fuzz'), needsBuild: true },
  playwright('e2e')
]

/** Runs the stages in order; those that need the build are not run, and count as failed, when it failed. */
async function runStages(chosen) {
  const results = []
  for (const { name, count, needsBuild = false } of chosen) {
    line(`── ${name}`)
    const start = performance.now()
    const isBlocked = needsBuild && results.some((result) => result.name === 'build' && result.failed > 0)
    const result = isBlocked ? { passed: 0, failed: 1, note: 'not run: the app was not built' } : await count()
    const note = result.again > 0 ? `${result.again} of them only at the second try: see above` : undefined
    results.push({ name, skipped: 0, note, ...result, seconds: (performance.now() - start) / 1000 })
  }
  return results
}

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0)

function printSummary(results) {
  line()
  for (const { name, passed, failed, skipped, seconds, note } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped > 0 ? ` ${skipped} skipped` : ''}`
    line(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)}${counts}  ${seconds.toFixed(1).padStart(6)} s${note ? `  (${note})` : ''}`)
  }
  line()
  line(`${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`)
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const isChosen = ({ name }) =>
  only === undefined || name === only || (name === 'build' && stages.some((stage) => stage.name === only && stage.needsBuild))
const chosen = stages.filter(isChosen)
try {
  const results = await runStages(chosen)
  printSummary(results)
  process.exitCode = chosen.length > 0 && sum(results, 'failed') === 0 ? 0 : 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
