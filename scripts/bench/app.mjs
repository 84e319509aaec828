// The real program: how soon its window is drawn, how long its main thread is held up by an import, how fast it answers.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { electronPath } from '../electron-path.mjs'
import { mainWindow } from '../main-window.mjs'
import { inProject, projectDir } from '../setup/paths.mjs'
import { median, peakOf, quantile } from './measure.mjs'

const bare = inProject('tests/support/bare-app')

/** Starts a program that stands alone and resolves to milliseconds from its start to the first paint with content. */
async function firstPaint({ target, env, sandbox }) {
  const { chromium } = await import('@playwright/test')
  const start = Date.now()
  const child = spawn(electronPath(), [...sandbox, '--remote-debugging-port=0', target], {
    env,
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const address = await new Promise((resolve, reject) => {
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text) => {
        said += text
        const found = /DevTools listening on (ws:\S+)/.exec(said)
        if (found) resolve(found[1])
      })
      child.once('exit', () => reject(new Error(`${target} ended at once: ${said}`)))
    })
    // Only look once it is drawn: a look before would take part in what is measured.
    await new Promise((resolve) => setTimeout(resolve, 2500))
    const browser = await chromium.connectOverCDP(address)
    const page = browser.contexts()[0].pages()[0]
    const painted = await page.evaluate(() => {
      const entry = performance.getEntriesByName('first-contentful-paint')[0]
      return entry === undefined ? undefined : performance.timeOrigin + entry.startTime
    })
    await browser.close()
    if (painted === undefined) throw new Error(`${target} has drawn nothing`)
    return painted - start
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** The window of Sanad with an archive in it, and an empty window of the same runtime, in turn. */
export async function benchStart({ archive, folder, env, sandbox, rounds, say }) {
  const sanad = []
  const empty = []
  for (let round = 0; round < rounds; round++) {
    say(`start, round ${round + 1} of ${rounds}`)
    const with_ = (name) => ({ ...env, SANAD_USER_DATA: join(folder, name), SANAD_ARCHIVE: archive, SANAD_DOCUMENTS: folder })
    empty.push(await firstPaint({ target: bare, env: with_('bare-data'), sandbox }))
    sanad.push(await firstPaint({ target: projectDir, env: with_('start-data'), sandbox }))
  }
  // The first start of each fills caches and makes folders.
  const [ours, theirs] = [median(sanad.slice(1)), median(empty.slice(1))]
  const [best, bestBare] = [Math.min(...sanad), Math.min(...empty)]
  return { milliseconds: ours, bareMilliseconds: theirs, ratio: ours / theirs, best, bestBare, bestRatio: best / bestBare }
}

/** The program with an archive, its window, and a way to send commands as the window does. */
export async function launch({ archive, folder, name, env, sandbox }) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...sandbox, projectDir],
    env: { ...env, SANAD_USER_DATA: join(folder, name), SANAD_ARCHIVE: archive, SANAD_DOCUMENTS: folder }
  })
  const page = await mainWindow(app)
  await page.getByRole('contentinfo').waitFor()
  const send = async (command, input) => {
    const reply = await page.evaluate(([sent, argument]) => globalThis.sanad.invoke(sent, argument), [command, input])
    if (!reply.ok) throw new Error(`${command}: ${reply.error.message}`)
    return reply.value
  }
  return { app, page, send }
}

/** Imports a folder through the window's own commands, with the dialog answered, and watches the main thread's event loop. */
export async function benchEventLoop({ source, folder, env, sandbox, say }) {
  say('event loop of the main thread during an import')
  const archive = join(folder, 'loop.sanad')
  const { app, send } = await launch({ archive, folder, name: 'loop-data', env, sandbox })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    globalThis.sanadDelay = monitorEventLoopDelay({ resolution: 5 })
  }, source)
  const { choiceId } = await send('import.choose', { kind: 'folder' })
  await app.evaluate(() => globalThis.sanadDelay.enable())
  const start = performance.now()
  let progress = await send('import.start', { choiceId })
  while (['walking', 'running'].includes(progress.state)) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    progress = (await send('import.current', {})) ?? { state: 'finished' }
  }
  const seconds = (performance.now() - start) / 1000
  const delay = await app.evaluate(() => {
    const histogram = globalThis.sanadDelay
    histogram.disable()
    return { p50: histogram.percentile(50) / 1e6, p99: histogram.percentile(99) / 1e6, max: histogram.max / 1e6 }
  })
  const files = (await send('import.list', {}))[0].counts.files
  const peak = peakOf(app.process().pid)
  await app.close()
  return { archive, files, seconds, ...delay, peakMegabytes: peak }
}

const queries = [
  ...['freedom', 'human rights', '"right to education"', 'torture OR slavery', 'law -court', 'educat*'],
  ...['آزادی', 'حقوق بشر', '"حق دارد"', 'حرية', 'الحق في', 'כל אדם', 'ازادي'],
  ...['свобода', 'право', 'liberté', 'libertad', 'Freiheit', 'özgürlük', '自由', '权利', '人権', '자유', 'สิทธิ'],
  ...['स्वतंत्रता', 'অধিকার', 'a', 'the', 'droit NOT travail', 'lang:fa بشر', 'title:1 article', 'haki za binadamu']
]

/** Answers of the real program, from the page's question to its answer, and of plain FTS5 on the same documents, in turn. */
export async function benchSearch({ archive, plain, folder, env, sandbox, rounds, say }) {
  const { default: Database } = await import('better-sqlite3')
  const db = new Database(plain, { readonly: true })
  const statement = db.prepare('SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT 50')
  const count = db.prepare('SELECT count(*) AS total FROM fts WHERE fts MATCH ?')
  const { app, page, send } = await launch({ archive, folder, name: 'search-data', env, sandbox })
  const [times, engine, plainTimes] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    say(`${queries.length} queries, round ${round + 1} of ${rounds}`)
    for (const query of queries) {
      const answer = await page.evaluate(async (text) => {
        const start = performance.now()
        const reply = await globalThis.sanad.invoke('search.run', { query: text, limit: 50 })
        return { milliseconds: performance.now() - start, elapsedMs: reply.value.elapsedMs }
      }, query)
      times.push(answer.milliseconds)
      engine.push(answer.elapsedMs)
      const words = query.match(/[\p{L}\p{N}\p{M}]+/gu).map((word) => `"${word}"`)
      const start = performance.now()
      statement.all(words.join(' '))
      count.get(words.join(' '))
      plainTimes.push(performance.now() - start)
    }
  }
  const { documents } = await send('archive.info', {})
  await app.close()
  db.close()
  const figures = (values) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) })
  return { documents, queries: queries.length, roundTrip: figures(times), engine: figures(engine), plain: figures(plainTimes) }
}
