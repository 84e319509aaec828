// What an import costs against a plain index of the same text, when it is repeated, and in memory.
import { copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inProject } from '../../scripts/setup/paths.mjs'
import { digestOf, listFiles, makeCorpus } from './corpus.mjs'
import { measure, measureMemory, median } from './measured.mjs'
import { writeReadyText } from './ready-text.mjs'

const CLI = inProject('out/main/cli.js')
const ROUNDS = 3

const importInto = (archive, folder) => [CLI, 'import', folder, '--archive', archive, '--json']

/** One kind of file: import and yardstick in turn on the same files, the median of the ratios pair by pair. */
async function againstPlainIndex(name, folder, files, work, goal) {
  const list = join(work, 'list')
  const ratios = []
  const costs = []
  const repeats = []
  for (let round = 0; round < ROUNDS; round++) {
    const archive = join(work, `${round}.sanad`)
    const first = await measure(process.execPath, importInto(archive, folder))
    const again = await measure(process.execPath, importInto(archive, folder))
    // Text files are ready as they are; of pages, the text that the import found in them.
    const ready = name === 'text' ? files : writeReadyText(archive, join(work, 'ready'))
    writeFileSync(list, ready.join('\n'))
    const database = join(work, 'plain.db')
    const plain = await measure(process.execPath, [inProject('tests/bench/plain-fts5.mjs'), list, database])
    ratios.push(first.cpu / plain.cpu)
    costs.push(`${first.cpu.toFixed(1)} s against ${plain.cpu.toFixed(1)} s`)
    repeats.push(again.cpu / first.cpu)
    for (const left of [archive, database, `${database}-wal`, `${database}-shm`, join(work, 'ready')])
      rmSync(left, { recursive: true, force: true })
  }
  const what = `${files.length} ${name === 'text' ? 'text files' : 'HTML pages'}`
  return [
    {
      name: `import CPU, ${what}, against plain FTS5 of ready text`,
      value: median(ratios),
      unit: '×',
      goal,
      detail: costs.join('; ')
    },
    {
      name: `repeated import of the unchanged folder against the first, ${what}`,
      value: median(repeats),
      unit: '×',
      goal: 0.05,
      detail: 'CPU'
    }
  ]
}

/** Import of text and of pages. */
export async function benchImport({ corpus, work }) {
  const rows = []
  for (const [name, extensions, goal] of [
    ['text', ['.txt'], 1.5],
    ['html', ['.html', '.htm'], undefined]
  ]) {
    const folder = corpus ?? join(work, name)
    if (!corpus) makeCorpus(folder, 2000, name)
    const only = corpus ? linkOnly(corpus, extensions, join(work, `only-${name}`)) : folder
    const files = listFiles(only, extensions)
    if (files.length === 0) continue
    rows.push({ name: `corpus (${name})`, value: digestOf(only, files), unit: '', detail: `${files.length} files` })
    rows.push(...(await againstPlainIndex(name, only, files, work, goal)))
    rmSync(only === corpus ? join(work, 'nothing') : only, { recursive: true, force: true })
  }
  return rows
}

/** The files of one kind of a corpus, by hard links where the disk allows, in a folder of their own. */
function linkOnly(corpus, extensions, folder) {
  mkdirSync(folder, { recursive: true })
  for (const [i, file] of listFiles(corpus, extensions).entries()) {
    const target = join(folder, `${i}-${basename(file)}`)
    try {
      linkSync(file, target)
    } catch {
      // Another disk: a copy is the same to read.
      copyFileSync(file, target)
    }
  }
  return folder
}

/** Memory of an import of a thousand files and of ten thousand. */
export async function benchMemory({ work }) {
  const peaks = []
  for (const files of [1000, 10_000]) {
    const folder = join(work, `memory-${files}`)
    makeCorpus(folder, files, 'text')
    const archive = join(work, 'memory.sanad')
    peaks.push(await measureMemory(process.execPath, importInto(archive, folder)))
    for (const left of [archive, folder]) rmSync(left, { recursive: true, force: true })
  }
  const [small, large] = peaks
  const detail = `${small.own.toFixed(0)} MB and ${large.own.toFixed(0)} MB; with parser processes ${small.together.toFixed(0)} MB and ${large.together.toFixed(0)} MB`
  return [
    { name: 'peak memory of importing 10,000 files against 1,000', value: large.own / small.own, unit: '×', goal: 1.2, detail },
    { name: 'the same with parser processes', value: large.together / small.together, unit: '×', goal: 1.2, detail: '' }
  ]
}
