// The real app: how soon its window shows something against a bare Electron window, and how free its main thread is during an import.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronPath } from '../../scripts/electron-path.mjs'
import { sandboxArguments } from '../../scripts/sandbox.mjs'
import { inProject, projectDir } from '../../scripts/setup/paths.mjs'
import { makeCorpus } from './corpus.mjs'
import { median } from './measured.mjs'

const ROUNDS = 7

async function launch(env, args, more = {}) {
  const { _electron } = await import('@playwright/test')
  return _electron.launch({
    executablePath: electronPath(),
    args: [...(await sandboxArguments(electronPath())), ...args],
    env: { ...env, ...more }
  })
}

/** Milliseconds from starting the process to the first contentful paint of its window. */
async function msToPaint(env, args, more) {
  const start = Date.now()
  const app = await launch(env, args, more)
  try {
    const window = await app.firstWindow()
    const painted = await window.evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName('first-contentful-paint')[0]
            if (paint) resolve(performance.timeOrigin + paint.startTime)
          }).observe({ type: 'paint', buffered: true })
        })
    )
    return painted - start
  } finally {
    await app.close()
  }
}

export async function benchWindow({ env, work }) {
  const ratios = []
  const sanad = []
  const bare = []
  const settings = join(work, 'settings')
  const archive = join(work, 'window.sanad')
  for (let round = 0; round < ROUNDS; round++) {
    const bareMs = await msToPaint(env, [inProject('tests/bench/bare')], { BENCH_USER_DATA: join(work, 'bare') })
    const sanadMs = await msToPaint(env, [projectDir], {
      SANAD_USER_DATA: settings,
      SANAD_ARCHIVE: archive,
      SANAD_DOCUMENTS: work
    })
    // The first start makes its folders and warms the disk; a person meets it once.
    if (round === 0) continue
    bare.push(bareMs)
    sanad.push(sanadMs)
    ratios.push(sanadMs / bareMs)
  }
  const detail = `${median(sanad).toFixed(0)} ms against ${median(bare).toFixed(0)} ms`
  return [
    {
      name: 'window ready (first contentful paint) against a bare Electron window',
      value: median(ratios),
      unit: '×',
      goal: 1.5,
      detail
    }
  ]
}

export async function benchMainThread({ env, work }) {
  const folder = join(work, 'loop')
  makeCorpus(folder, 3000, 'text')
  makeCorpus(join(folder, 'pages'), 1000, 'html')
  const more = {
    SANAD_USER_DATA: mkdtempSync(join(work, 'settings-')),
    SANAD_ARCHIVE: join(work, 'loop.sanad'),
    SANAD_DOCUMENTS: work
  }
  const app = await launch(env, [projectDir], more)
  try {
    const window = await app.firstWindow()
    await window.getByRole('button', { name: 'Import' }).first().waitFor()
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
      globalThis.benchDelay = monitorEventLoopDelay({ resolution: 5 })
      globalThis.benchDelay.enable()
    }, folder)
    const { importId } = await window.evaluate(async () => {
      const { value } = await window.sanad.invoke('import.choose', { kind: 'folder' })
      const started = await window.sanad.invoke('import.start', { choiceId: value.choiceId })
      return started.value
    })
    let state = 'running'
    while (state === 'running' || state === 'walking') {
      await new Promise((next) => setTimeout(next, 500))
      const { value } = await window.evaluate((id) => window.sanad.invoke('import.receipt', { id }), importId)
      state = value.state
    }
    const delay = await app.evaluate(() => {
      const { benchDelay } = globalThis
      benchDelay.disable()
      return { p99: benchDelay.percentile(99) / 1e6, max: benchDelay.max / 1e6, mean: benchDelay.mean / 1e6 }
    })
    const detail = `mean ${delay.mean.toFixed(1)} ms, longest ${delay.max.toFixed(0)} ms, while 4,000 files were imported (${state})`
    return [{ name: 'event-loop delay of the main thread during an import, p99', value: delay.p99, unit: 'ms', goal: 50, detail }]
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
