// Pulls the plug on an import again and again: `npm run torture -- --rounds 30 --seed 7`. Without a number, ten rounds.
import { build } from './build.mjs'
import { runInForeground } from './foreground.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)

await runScript(async () => {
  await build()
  const seed = option('--seed')
  process.exitCode = await runInForeground(
    process.execPath,
    [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'integration', 'tests/integration/kill-import.test.ts'],
    {
      cwd: projectDir,
      env: {
        ...process.env,
        SANAD_KILL_ROUNDS: option('--rounds') ?? '10',
        ...(seed === undefined ? {} : { SANAD_KILL_SEED: seed })
      }
    }
  )
})
