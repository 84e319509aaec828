// The end-to-end journeys, run as two halves side by side where that is safe: each has a display, a clipboard, a network namespace and a
// canary of its own, so that neither can disturb, or be heard as, the other. On the display of a person they run one after another.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { hasDisplay, withDisplay } from './display.mjs'
import { runInForeground } from './foreground.mjs'
import { inProject, projectDir } from './setup/paths.mjs'

/** Runs all journeys, in `network` (`emptyNetwork`) if given; the exit code and the JSON report of each half, or of the whole. */
export function runJourneys(reports, network) {
  const halves = hasDisplay() || availableParallelism() < 2 ? 1 : 2
  return Promise.all(Array.from({ length: halves }, (_, index) => runHalf(index + 1, halves, reports, network)))
}

async function runHalf(half, halves, reports, network) {
  const report = join(reports, `journeys-${half}.json`)
  const shard = halves > 1 ? [`--shard=${half}/${halves}`, `--output=test-results/${half}`] : []
  const playwright = [inProject('node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json', ...shard]
  const [command, ...args] = [...(network?.before ?? []), process.execPath, ...playwright]
  const where = network ? { SANAD_TEST_NETWORK: 'empty' } : {}
  const terminal = halves > 1 ? { stdio: ['ignore', 'pipe', 'pipe'], onStart: (child) => passOn(child, half) } : {}
  const code = await withDisplay((env) =>
    runInForeground(command, args, {
      cwd: projectDir,
      env: { ...env, ...where, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      ...terminal
    })
  )
  return { code, report }
}

/** Whole lines, each with the half it is of: two that write at once would tear each other's apart. */
function passOn({ stdout, stderr }, half) {
  for (const stream of [stdout, stderr])
    createInterface({ input: stream }).on('line', (text) => process.stdout.write(`${half}│ ${text}\n`))
}
