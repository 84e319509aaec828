#!/usr/bin/env node
// The command line: `npm run -s sanad -- COMMAND`, and the package's bin. Runs in this Node.js, without Electron. Standard output
// belongs to the command alone: whatever the set-up has to say goes to standard error.
import { pathToFileURL } from 'node:url'
import { requireNode } from './setup/node-version.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  requireNode()
  const { inProject } = await import('./setup/paths.mjs')
  const { isCommandLineReady, setUpCommandLine } = await import('./setup/set-up.mjs')
  if (!isCommandLineReady()) await setUpCommandLine()
  const { isBuilt } = await import('./build-state.mjs')
  if (!isBuilt()) await (await import('./build.mjs')).build({ quiet: true })
  // Import in this process: the command sets process.exitCode itself, and reads process.argv as usual.
  await import(pathToFileURL(inProject('out', 'main', 'cli.js')).href)
})
