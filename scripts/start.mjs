// Starts the app: `npm start`, with any arguments after `--` handed on to it. The set-up has run before (prestart).
import { build } from './build.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { runInForeground } from './foreground.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { projectDir } from './setup/paths.mjs'
import { runScript, say } from './setup/say.mjs'

await runScript(async () => {
  await build()
  const electron = electronPath()
  if (!hasDisplay())
    say('there is no display, so the window is on a virtual one (Xvfb) and cannot be seen; "npm run demo" makes a picture')
  const args = [...(await sandboxArguments(electron)), projectDir, ...process.argv.slice(2)]
  return withDisplay((env) => runInForeground(electron, args, { env }))
})
