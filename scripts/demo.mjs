// Shows the app at work, also where nobody can see a window: imports the sample archive into a throw-away one, tags a few documents,
// starts the real app on it, searches, opens the first hit and saves a picture as demo.png. `npm run demo -- WORDS` searches for others.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { hasDisplay, withDisplay } from './display.mjs'
import { electronPath } from './electron-path.mjs'
import { mainWindow } from './main-window.mjs'
import { sandboxArguments } from './sandbox.mjs'
import { inProject, projectDir } from './setup/paths.mjs'
import { lastWords, run } from './setup/run.mjs'
import { longStep, runScript, SetupFailure, say } from './setup/say.mjs'

const sample = inProject('resources', 'sample')
const picture = inProject('demo.png')
const size = { width: 1440, height: 900 }
const query = process.argv.slice(2).join(' ') || '"crimes against humanity" OR ۱۳۶۷'
const tags = {
  'crimes against humanity': '"crimes against humanity"',
  letters: 'title:letter OR title:نامه',
  testimony: 'title:testimony'
}

/** Runs the command line, which is the same engine, on an archive; resolves to its answer. */
async function sanad(archive, ...args) {
  const result = await run(process.execPath, [inProject('out/main/cli.js'), ...args, '--archive', archive, '--json'])
  if (result.code === 0) return JSON.parse(result.stdout)
  throw new SetupFailure(`"sanad ${args[0]}" failed: ${lastWords(result)}.`, 'Run "npm test" to find out more.')
}

async function fill(archive) {
  const { documents, files, failed } = await sanad(archive, 'import', sample)
  say(`  ${documents} documents from ${files} files${failed > 0 ? `; ${failed} cannot be read yet` : ''}`)
  for (const [tag, words] of Object.entries(tags)) {
    const { hits } = await sanad(archive, 'search', words)
    if (hits.length > 0) await sanad(archive, 'tag', 'add', tag, ...hits.map((hit) => String(hit.id)))
  }
}

/** Searches as a person does, and opens the first hit. Each wait is for what the next step needs to see. */
async function search(window) {
  await window.getByRole('combobox').first().fill(query)
  const hit = window
    .getByRole('option')
    .filter({ has: window.locator('mark') })
    .first()
  await hit.click()
  await window.locator('main mark').first().waitFor()
}

async function photograph({ folder, archive, env, electron, sandbox }) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    executablePath: electron,
    args: [...sandbox, projectDir],
    env: { ...env, SANAD_USER_DATA: join(folder, 'settings'), SANAD_ARCHIVE: archive, SANAD_DOCUMENTS: folder }
  })
  try {
    const window = await mainWindow(app)
    await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0].setBounds(bounds), { x: 0, y: 0, ...size })
    await search(window)
    await window.screenshot({ path: picture })
  } catch (error) {
    throw new SetupFailure(
      `The app did not show a hit for ${query} (${error.message.split('\n')[0]}).`,
      'Try other words: npm run demo -- WORDS'
    )
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
    await longStep('importing the sample archive into a throw-away one', () => fill(archive))
    if (!hasDisplay()) say('there is no display, so the window is on a virtual one (Xvfb)')
    await withDisplay((env) => photograph({ folder, archive, env, electron, sandbox }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  say(`searched for ${query}; the picture is ${picture}`)
})
