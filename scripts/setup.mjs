// Makes everything ready that `npm start` and `npm test` need: packages, system libraries, Electron, the SQLite module. Run by
// npm before them. Says nothing and takes a fraction of a second when all is there.
//
//   npm run setup                      says what is in place
//   npm run setup -- --retry-runtime   tries again to download the official Electron
import { requireNode } from './setup/node-version.mjs'
import { runScript, say } from './setup/say.mjs'

const options = new Set(process.argv.slice(2))

await runScript(async () => {
  requireNode()
  // Only now: these use what older versions of Node.js do not have.
  const { setUpApp } = await import('./setup/set-up.mjs')
  const runtime = await setUpApp({ retryRuntime: options.has('--retry-runtime') })
  if (options.has('--report')) {
    const kind = runtime.isOfficial ? 'the official release' : 'the development runtime, not for daily use with untrusted files'
    say(`everything is in place; Electron ${runtime.version} is ${kind}`)
  }
})
