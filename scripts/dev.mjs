// The app with hot reload while one works on it: `npm run dev`. Uses the runtime that the set-up chose.
import { markForeign } from './build-state.mjs'
import { withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { runInForeground } from './foreground.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  const electron = electronPath()
  const noSandbox = (await sandboxArguments(electron)).length > 0 ? ['--noSandbox'] : []
  const args = [
    inProject('node_modules/electron-vite/bin/electron-vite.js'),
    'dev',
    '--watch',
    ...noSandbox,
    ...process.argv.slice(2)
  ]
  // electron-vite reads these two: which executable to start, and for which version to build.
  const runtime = { ELECTRON_EXEC_PATH: electron, ELECTRON_MAJOR_VER: '33' }
  markForeign()
  return withDisplay((env) => runInForeground(process.execPath, args, { cwd: projectDir, env: { ...env, ...runtime } }))
})
