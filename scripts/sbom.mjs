// Writes docs/sbom.json anew, from the build: `npm run sbom`. Needed when a dependency changes, or when the program begins to use one.
import { writeFileSync } from 'node:fs'
import { build } from './build.mjs'
import { runScript, say } from './setup/say.mjs'
import { billFile, billText } from './supply/bill-of-materials.mjs'

await runScript(async () => {
  await build()
  writeFileSync(billFile, billText())
  say('docs/sbom.json is as the program is built now')
})
