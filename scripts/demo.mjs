// Shows the app at work, also where nobody can see a window: imports the sample archive into a throw-away one, starts the real app on
// it, searches, opens the first hit and saves a picture as demo.png. `npm run demo -- WORDS` searches for other words.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { lastWords, run } from './setup/run.mjs'
import { longStep, runScript, SetupFailure, say } from './setup/say.mjs'

const sample = inProject('resources', 'sample')
const picture = inProject('demo.png')
const size = { width: 1440, height: 900 }
const query = process.argv.slice(2).join(' ') || 'torture'

/** Fills the throw-away archive by the command line, which is the same engine. */
async function importSample(archive) {
  const result = await run(process.execPath, [inProject('out/main/cli.js'), 'import', sample, '--archive', archive, '--json'])
  if (result.code !== 0)
    throw new SetupFailure(`The sample archive could not be imported: ${lastWords(result)}.`, 'Run "npm test" to find out more.')
  const { documents, files, failed } = JSON.parse(result.stdout)
  say(`imported ${documents} documents from ${files} files${failed > 0 ? `, ${failed} unreadable` : ''}`)
}

async function showSearch(window) {
  const box = window.getByRole('searchbox').first()
  await box.fill(query)
  await window.getByRole('option').first().click()
  // The reader has drawn the passage once its first mark stands on the page.
  await window.locator('main mark').first().waitFor()
  await window.screenshot({ path: picture })
}

async function photograph({ folder, archive, env, electron, sandbox }) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, projectDir],
    env: { ...env, SANAD_USER_DATA: join(folder, 'settings'), SANAD_ARCHIVE: archive, SANAD_DOCUMENTS: folder }
  })
  try {
    const window = await app.firstWindow()
    await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0].setBounds(bounds), { x: 0, y: 0, ...size })
    await showSearch(window)
  } finally {
    await app.close()
  }
}

await runScript(async () => {
  if (!existsSync(sample))
    throw new SetupFailure(`The sample archive is not in ${sample}.`, 'Get a whole copy of the project and run this again.')
  await build()
  const electron = electronPath()
  const sandbox = await sandboxArguments(electron)
  const folder = mkdtempSync(join(tmpdir(), 'sanad-demo-'))
  const archive = join(folder, 'Sample.sanad')
  try {
    await longStep('importing the sample archive into a throw-away one', () => importSample(archive))
    if (!hasDisplay()) say('there is no display, so the window is on a virtual one (Xvfb)')
    await withDisplay((env) => photograph({ folder, archive, env, electron, sandbox }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  say(`searched for "${query}"; the picture is ${picture}`)
})
