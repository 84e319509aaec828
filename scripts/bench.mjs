// Measures what Sanad promises about speed and memory, each figure against its yardstick in one run: `npm run bench [-- PART...]`.
// Parts: import, memory, search, window, main-thread. `--corpus DIR` takes a folder of your own for import and search; `--json` prints
// one JSON document. Numbers move with the machine; ratios, measured in turn, much less.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchImport, benchMemory } from '../tests/bench/import.mjs'
import { benchSearch } from '../tests/bench/search.mjs'
import { benchMainThread, benchWindow } from '../tests/bench/window.mjs'
import { build } from './build.mjs'
import { withDisplay } from './display.mjs'
import { runScript, SetupFailure } from './setup/say.mjs'

const PARTS = {
  import: benchImport,
  memory: benchMemory,
  search: benchSearch,
  window: benchWindow,
  'main-thread': benchMainThread
}

const { values, positionals } = parseArgs({
  options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
  allowPositionals: true
})

const shown = ({ value, unit }) => (typeof value === 'number' ? `${value.toFixed(value < 10 ? 2 : 0)} ${unit}` : value)

function line(row) {
  const verdict = row.goal === undefined ? '' : ` (goal ≤ ${row.goal} ${row.unit}: ${row.value <= row.goal ? 'met' : 'missed'})`
  return `${shown(row).padStart(18)}  ${row.name}${verdict}${row.detail ? `\n${' '.repeat(20)}${row.detail}` : ''}`
}

await runScript(async () => {
  const unknown = positionals.find((part) => !Object.hasOwn(PARTS, part))
  if (unknown) throw new SetupFailure(`There is no part "${unknown}".`, `Parts: ${Object.keys(PARTS).join(', ')}.`)
  await build({ quiet: true })
  const work = mkdtempSync(join(tmpdir(), 'sanad-bench-'))
  const rows = []
  try {
    await withDisplay(async (env) => {
      for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
        for (const row of await PARTS[part]({ env, work, corpus: values.corpus && resolve(values.corpus) })) {
          rows.push({ part, ...row })
          if (!values.json) console.log(line(row))
        }
      }
    })
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  if (values.json)
    console.log(
      JSON.stringify({ date: new Date().toISOString(), node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, rows })
    )
})
