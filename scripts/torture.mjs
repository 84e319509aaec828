// Pulls the plug on imports, and imports damaged files by the thousand: `npm run torture -- --rounds 30 --seed 7 --files 1000`.
// Without numbers ten rounds, and a file for each of the thousand bits that are turned in each format.
import { build } from './build.mjs'
import { runInForeground } from './foreground.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const tests = ['tests/integration/kill-import.test.ts', 'tests/integration/import/damaged-files.test.ts']

await runScript(async () => {
  await build()
  const seed = option('--seed')
  process.exitCode = await runInForeground(
    process.execPath,
    [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'integration', ...tests],
    {
      cwd: projectDir,
      env: {
        ...process.env,
        SANAD_KILL_ROUNDS: option('--rounds') ?? '10',
        SANAD_DAMAGED_FILES: option('--files') ?? '1000',
        ...(seed === undefined ? {} : { SANAD_KILL_SEED: seed })
      }
    }
  )
})
